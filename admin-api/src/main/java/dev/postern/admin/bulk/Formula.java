package dev.postern.admin.bulk;

/**
 * Spreadsheets take a field that begins like a formula for one, and a formula can send the table elsewhere. So such a field is
 * written with an apostrophe before it, which spreadsheets do not show, and read without.
 */
final class Formula {

    private static final String BEGINNINGS = "=+-@\t\r\n|%";

    private Formula() {}

    static String guarded(String text) {
        return looksLikeOne(text) ? "'" + text : text;
    }

    static String unguarded(String text) {
        return text.startsWith("'") && looksLikeOne(text.substring(1)) ? text.substring(1) : text;
    }

    /** Behind any apostrophes: so that what was guarded is read as it was. */
    private static boolean looksLikeOne(String text) {
        var rest = text.replaceFirst("^'+", "");
        return !rest.isEmpty() && BEGINNINGS.indexOf(rest.charAt(0)) >= 0;
    }
}
