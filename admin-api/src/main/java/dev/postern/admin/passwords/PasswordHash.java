package dev.postern.admin.passwords;

/** A password as it is kept, {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. */
public record PasswordHash(String phc) {

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
