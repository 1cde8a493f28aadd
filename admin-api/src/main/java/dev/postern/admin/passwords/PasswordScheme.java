package dev.postern.admin.passwords;

/** How a password was hashed. Each is one that Dovecot and this service can both check. */
public enum PasswordScheme {
    ARGON2ID("ARGON2ID", false),
    ARGON2I("ARGON2I", false),
    BCRYPT("BLF-CRYPT", false),
    SHA512_CRYPT("SHA512-CRYPT", false),
    SHA256_CRYPT("SHA256-CRYPT", false),
    PBKDF2("PBKDF2", false),
    MD5_CRYPT("MD5-CRYPT", true),
    SALTED_SHA512("SSHA512", true),
    SALTED_SHA256("SSHA256", true),
    SALTED_SHA1("SSHA", true);

    private final String label;
    private final boolean weak;

    PasswordScheme(String label, boolean weak) {
        this.label = label;
        this.weak = weak;
    }

    /** As Dovecot and the table write it. */
    public String label() {
        return label;
    }

    /** Whether whoever has the hash can try a billion passwords a second: it does not slow him down. */
    public boolean isWeak() {
        return weak;
    }

    /**
     * Parses what {@link #label()} writes.
     *
     * @throws IllegalArgumentException naming the label
     */
    static PasswordScheme ofLabel(String label) {
        for (var scheme : values()) {
            if (scheme.label.equals(label)) {
                return scheme;
            }
        }
        throw new IllegalArgumentException("'%s' is no scheme of passwords that is kept here".formatted(label));
    }
}
