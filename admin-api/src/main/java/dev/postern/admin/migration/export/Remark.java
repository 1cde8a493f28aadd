package dev.postern.admin.migration.export;

import java.util.Locale;

/**
 * Something that whoever moves in has to know about an entry of an export.
 *
 * @param subject what the entry is about: an address, a domain, a file
 * @param argument what the text names besides; may be empty
 */
public record Remark(Place place, String subject, Code code, String argument) {

    /** How much it matters. */
    public enum Severity {
        /** It stays behind. */
        NOT_TAKEN,
        /** It comes, but not as it was. */
        CHANGED,
        /** It is good to know. */
        NOTE
    }

    /** What it is. The texts are in the message bundles. */
    public enum Code {
        FILE_UNREADABLE(Severity.NOT_TAKEN),
        FILE_UNKNOWN(Severity.NOT_TAKEN),
        ENTRY_UNREADABLE(Severity.NOT_TAKEN),
        DOMAIN_MALFORMED(Severity.NOT_TAKEN),
        DOMAIN_BACKUP(Severity.NOT_TAKEN),
        DOMAIN_UNKNOWN(Severity.NOT_TAKEN),
        ADDRESS_MALFORMED(Severity.NOT_TAKEN),
        TWICE(Severity.NOT_TAKEN),
        HELD(Severity.NOT_TAKEN),
        RESOURCE(Severity.NOT_TAKEN),
        TARGETS_NONE(Severity.NOT_TAKEN),
        TARGETS_TOO_MANY(Severity.NOT_TAKEN),
        TARGETS_RING(Severity.NOT_TAKEN),
        TARGET_MALFORMED(Severity.CHANGED),
        TARGET_SPECIAL(Severity.CHANGED),
        TARGET_MISSING(Severity.CHANGED),
        FORWARDS_TOO_MANY(Severity.CHANGED),
        PASSWORD_MISSING(Severity.CHANGED),
        PASSWORD_UNKNOWN(Severity.CHANGED),
        PASSWORD_UNSALTED(Severity.CHANGED),
        PASSWORD_MALFORMED(Severity.CHANGED),
        PASSWORD_EXPENSIVE(Severity.CHANGED),
        PASSWORD_WEAK(Severity.NOTE),
        PASSWORD_PLAIN(Severity.NOTE),
        QUOTA_CHANGED(Severity.CHANGED),
        LIMITS_DROPPED(Severity.CHANGED),
        TEXT_SHORTENED(Severity.CHANGED),
        DOMAIN_EXPANDED(Severity.CHANGED);

        private final Severity severity;

        Code(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }

        /** The key of its text in the message bundles. */
        public String key() {
            return "migrations.remark." + name().toLowerCase(Locale.ROOT);
        }
    }

    public static Remark of(Place place, String subject, Code code) {
        return new Remark(place, subject, code, "");
    }
}
