package dev.postern.admin.passwords;

import dev.postern.admin.passwords.ForeignPassword.Kept;
import dev.postern.admin.passwords.ForeignPassword.PlainText;
import dev.postern.admin.passwords.ForeignPassword.Useless;
import dev.postern.admin.passwords.ForeignPassword.Why;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads passwords of other servers, which may be anything. */
final class ForeignPasswordReader {

    private static final int LONGEST = 255;
    private static final Pattern WITH_SCHEME =
            Pattern.compile("\\{([A-Za-z0-9-]{1,20})(?:\\.([A-Za-z0-9]{1,6}))?}(.*)");

    private ForeignPasswordReader() {}

    static ForeignPassword read(String text) {
        var parts = WITH_SCHEME.matcher(text);
        if (!parts.matches()) {
            return text.startsWith("$") ? crypt(text) : useless(text.isEmpty() ? Why.MISSING : Why.UNKNOWN, "");
        }
        var scheme = parts.group(1).toUpperCase(Locale.ROOT);
        var value = parts.group(3);
        return value.isEmpty()
                ? useless(Why.MISSING, scheme)
                : switch (scheme) {
                    case "PLAIN", "CLEAR", "CLEARTEXT" -> readable(value);
                    case "CRYPT" -> crypt(value);
                    // Dovecot's names for the same.
                    case "ARGON2" -> crypt(value);
                    case "MD5" -> value.startsWith("$1$") ? crypt(value) : useless(Why.UNSALTED, scheme);
                    case "MD5-CRYPT", "SHA256-CRYPT", "SHA512-CRYPT", "BLF-CRYPT", "ARGON2I", "ARGON2ID" ->
                        named(scheme, value);
                    case "PBKDF2" -> kept(PasswordScheme.PBKDF2, value);
                    case "SSHA" -> salted(PasswordScheme.SALTED_SHA1, value, parts.group(2));
                    case "SSHA256" -> salted(PasswordScheme.SALTED_SHA256, value, parts.group(2));
                    case "SSHA512" -> salted(PasswordScheme.SALTED_SHA512, value, parts.group(2));
                    case "SHA",
                            "SHA1",
                            "SHA256",
                            "SHA512",
                            "LDAP-MD5",
                            "PLAIN-MD5",
                            "PLAIN-MD4",
                            "CRAM-MD5",
                            "HMAC-MD5",
                            "DIGEST-MD5",
                            "LANMAN",
                            "NTLM" -> useless(Why.UNSALTED, scheme);
                    default -> useless(Why.UNKNOWN, scheme);
                };
    }

    private static ForeignPassword readable(String value) {
        return value.length() > PasswordRule.MAX_LENGTH
                ? useless(Why.MALFORMED, "PLAIN")
                : new PlainText(new Password(value));
    }

    /** A scheme that is written by its prefix, which has to be that of the one that was named. */
    private static ForeignPassword named(String scheme, String value) {
        return switch (crypt(value)) {
            case Kept kept when kept.hash().scheme().label().equals(scheme) -> kept;
            case Useless(var why, var _) when why == Why.EXPENSIVE -> useless(why, scheme);
            default -> useless(Why.MALFORMED, scheme);
        };
    }

    private static ForeignPassword crypt(String value) {
        var prefix = value.split("\\$", 3);
        return switch (prefix.length < 3 ? "" : prefix[1]) {
            case "argon2id" -> kept(PasswordScheme.ARGON2ID, value);
            case "argon2i" -> kept(PasswordScheme.ARGON2I, value);
            case "2a", "2b", "2y" -> kept(PasswordScheme.BCRYPT, value);
            case "6" -> kept(PasswordScheme.SHA512_CRYPT, value);
            case "5" -> kept(PasswordScheme.SHA256_CRYPT, value);
            case "1" -> kept(PasswordScheme.MD5_CRYPT, value);
            case String other -> useless(Why.UNKNOWN, other.isEmpty() ? "CRYPT" : "$%s$".formatted(shortened(other)));
        };
    }

    private static ForeignPassword salted(PasswordScheme scheme, String value, @Nullable String encoding) {
        try {
            var base64 = "HEX".equalsIgnoreCase(encoding)
                    ? Base64.getEncoder().encodeToString(HexFormat.of().parseHex(value))
                    : value;
            return kept(scheme, base64);
        } catch (IllegalArgumentException noHex) {
            return useless(Why.MALFORMED, scheme.label());
        }
    }

    private static ForeignPassword kept(PasswordScheme scheme, String encoded) {
        return switch (HashShape.judge(scheme, encoded)) {
            case FITS ->
                encoded.length() > LONGEST
                        ? useless(Why.MALFORMED, scheme.label())
                        : new Kept(new PasswordHash(scheme, encoded));
            case MALFORMED -> useless(Why.MALFORMED, scheme.label());
            case EXPENSIVE -> useless(Why.EXPENSIVE, scheme.label());
        };
    }

    private static Useless useless(Why why, String scheme) {
        return new Useless(why, scheme);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 12));
    }
}
