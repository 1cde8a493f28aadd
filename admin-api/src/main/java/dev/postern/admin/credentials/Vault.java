package dev.postern.admin.credentials;

/** Encrypts secrets for the database, so that a copy of it is not enough to sign in. */
public interface Vault {

    /**
     * Encrypts.
     *
     * @param purpose what it is and whose; it opens for the same purpose alone, so that nobody can put it in another place
     */
    byte[] seal(byte[] secret, String purpose);

    /**
     * Decrypts.
     *
     * @throws IllegalStateException if it was sealed with a key that is no longer there, or for another purpose
     */
    byte[] open(byte[] sealed, String purpose);
}
