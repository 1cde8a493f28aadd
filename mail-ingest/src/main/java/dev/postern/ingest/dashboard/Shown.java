package dev.postern.ingest.dashboard;

/** How a page repeats what it was sent. */
final class Shown {

    private static final int MOST = 40;

    private Shown() {}

    static String briefly(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
