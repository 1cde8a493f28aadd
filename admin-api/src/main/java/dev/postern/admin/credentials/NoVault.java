package dev.postern.admin.credentials;

/** Keeps nothing. */
final class NoVault implements Vault {

    @Override
    public byte[] seal(byte[] secret, String purpose) {
        throw new UnsupportedOperationException("there is no key here");
    }

    @Override
    public byte[] open(byte[] sealed, String purpose) {
        throw new UnsupportedOperationException("there is no key here");
    }
}
