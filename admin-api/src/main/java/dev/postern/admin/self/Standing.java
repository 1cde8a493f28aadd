package dev.postern.admin.self;

/** How much somebody has shown of being the owner of a mailbox; who has shown more may do what needs less. */
public enum Standing {
    /** He can read the mail: he has a password that mail programs have. */
    READER,
    /** He may see and change the usual settings. */
    OWNER,
    /** He has shown it just now, and may change how it is shown, and where the mail goes. */
    PROVEN;

    boolean suffices(Standing needed) {
        return compareTo(needed) >= 0;
    }
}
