package dev.postern.acceptance;

/** Who tries, and whom he tries to be or to reach. */
record People(Mailbox me, Mailbox other) {

    /** A text with these people in it, where {@code {me}} and the like stand. */
    String named(String text) {
        return text.replace("{me}", me.address())
                .replace("{other}", other.address())
                .replace("{me+tag}", tagged(me))
                .replace("{other+tag}", tagged(other))
                .replace("{me name}", name(me))
                .replace("{other name}", name(other))
                .replace("{my password}", me.password())
                .replace("{other password}", other.password());
    }

    private static String tagged(Mailbox mailbox) {
        return mailbox.address().replace("@", "+tag@");
    }

    private static String name(Mailbox mailbox) {
        return mailbox.address().substring(0, mailbox.address().indexOf('@'));
    }
}
