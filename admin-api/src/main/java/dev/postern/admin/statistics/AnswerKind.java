package dev.postern.admin.statistics;

import java.util.Locale;

/** What is answered. */
public enum AnswerKind {
    /** A page for operators. */
    PAGE,
    /** A page for the owner of a mailbox. */
    OWN_PAGE,
    API;

    /** In names of texts. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AnswerKind of(String path) {
        return path.startsWith("/api/") ? API : path.equals("/self") || path.startsWith("/self/") ? OWN_PAGE : PAGE;
    }
}
