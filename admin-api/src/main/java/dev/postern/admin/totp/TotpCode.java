package dev.postern.admin.totp;

/** A code as a person types it. */
final class TotpCode {

    private TotpCode() {}

    /** Apps show it in two groups, and phones add spaces of their own. */
    static String digits(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }
}
