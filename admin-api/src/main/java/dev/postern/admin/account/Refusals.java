package dev.postern.admin.account;

import java.util.Locale;

/** The names that refusals have in the texts. */
final class Refusals {

    private Refusals() {}

    static String name(OwnFactors.Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT);
    }
}
