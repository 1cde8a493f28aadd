package dev.postern.admin.passwords;

/** A password as another mail server kept it. */
public sealed interface ForeignPassword {

    /** It can go on being used. */
    record Kept(PasswordHash hash) implements ForeignPassword {}

    /** It was not hashed at all; so it can be hashed as ours are. */
    record PlainText(Password password) implements ForeignPassword {}

    /**
     * Its owner needs another one.
     *
     * @param scheme what it is, as far as that can be seen
     */
    record Useless(Why why, String scheme) implements ForeignPassword {}

    /** What is against a hash. */
    enum Why {
        /** There is none: nobody can log in with a password. */
        MISSING,
        /** Dovecot or this service does not know the scheme. */
        UNKNOWN,
        /** Without a salt, equal passwords have equal hashes, and tables of them exist. */
        UNSALTED,
        /** It is not written as the scheme it names writes it. */
        MALFORMED,
        /** Each log-in with it would take so much time or memory that a few of them would stop everybody else's. */
        EXPENSIVE
    }

    /**
     * Reads a password as Dovecot's {@code passdb} has it.
     *
     * @param text with a scheme, {@code {SSHA256}…}, or without: {@code $6$…}, {@code $2y$…}
     */
    static ForeignPassword parse(String text) {
        return ForeignPasswordReader.read(text.strip());
    }
}
