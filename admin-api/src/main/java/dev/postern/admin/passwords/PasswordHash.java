package dev.postern.admin.passwords;

/**
 * A password as it is kept.
 *
 * @param encoded as its scheme writes it, for example {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}
 */
public record PasswordHash(PasswordScheme scheme, String encoded) {

    /** One that was made here. */
    public PasswordHash(String argon2id) {
        this(PasswordScheme.ARGON2ID, argon2id);
    }

    /** One of a scheme by its label, as it is read from the table. */
    public static PasswordHash of(String scheme, String encoded) {
        return new PasswordHash(PasswordScheme.ofLabel(scheme), encoded);
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
