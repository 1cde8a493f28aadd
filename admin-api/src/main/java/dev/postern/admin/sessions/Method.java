package dev.postern.admin.sessions;

import java.util.Locale;

/** How somebody has shown who he is. */
public enum Method {
    PASSWORD,
    PASSWORD_AND_CODE,
    PASSWORD_AND_RECOVERY_CODE,
    /** Which the authenticator gives to its user alone: two factors. */
    PASSKEY;

    public boolean isTwoFactors() {
        return this != PASSWORD;
    }

    /** As the tables and the metrics write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Method parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
