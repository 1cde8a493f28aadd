package dev.postern.admin.passwords;

/** A password as a person types it. It never shows itself in a log. */
public record Password(String text) {

    @Override
    public String toString() {
        return "Password[…]";
    }
}
