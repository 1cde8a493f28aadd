package dev.postern.backup.manifest;

import java.util.List;

/**
 * A file in the mail store.
 *
 * @param text from the top of the store on, beginning with a slash: {@code /example.org/ann/Maildir/cur/1.x:2,S}
 */
public record MailPath(String text) {

    private static final String MAILDIR = "Maildir";
    private static final int LOCAL_PART = 2;
    private static final int IN_MAILDIR = 4;

    /** Whose it is; files that are nobody's are counted under a name that is no address. */
    public String mailbox() {
        var steps = steps();
        return steps.size() <= LOCAL_PART + 1 ? "-" : steps.get(LOCAL_PART) + "@" + steps.get(1);
    }

    /** Whether it is a message, in the inbox or in one of the other folders. */
    public boolean isMessage() {
        var steps = steps();
        if (steps.size() <= IN_MAILDIR + 1 || !steps.get(LOCAL_PART + 1).equals(MAILDIR)) {
            return false;
        }
        var inFolder = steps.get(IN_MAILDIR).startsWith(".") ? IN_MAILDIR + 1 : IN_MAILDIR;
        return steps.size() == inFolder + 2
                && (steps.get(inFolder).equals("cur") || steps.get(inFolder).equals("new"));
    }

    /** The name that a message keeps when its flags change or it is seen for the first time, within its mailbox. */
    public String message() {
        var name = text.substring(text.lastIndexOf('/') + 1);
        var flags = name.indexOf(':');
        return mailbox() + "/" + (flags < 0 ? name : name.substring(0, flags));
    }

    /** The first is empty, since the path begins with a slash. */
    private List<String> steps() {
        return List.of(text.split("/", -1));
    }
}
