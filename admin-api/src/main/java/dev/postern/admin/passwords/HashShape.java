package dev.postern.admin.passwords;

import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How each scheme writes a hash, and what it may cost to check one: nobody can bring a hash with which every log-in takes
 * the memory or the time of all others.
 */
final class HashShape {

    /** What there is to say about a hash. */
    enum Verdict {
        FITS,
        MALFORMED,
        EXPENSIVE
    }

    /** Dovecot's and PHP's own choice, 64 MiB, is the most. */
    private static final int MAX_ARGON2_KIB = 65_536;

    private static final int MAX_ARGON2_PASSES = 10;
    private static final int MAX_ARGON2_LANES = 8;
    private static final int MAX_BCRYPT_COST = 14;
    private static final int MAX_SHA_CRYPT_ROUNDS = 1_000_000;
    private static final int MAX_PBKDF2_ROUNDS = 1_000_000;
    private static final int LONGEST_SALT = 64;

    private static final String COUNT = "([1-9][0-9]{0,8})";
    private static final String ARGON2 =
            "\\$v=19\\$m=" + COUNT + ",t=" + COUNT + ",p=" + COUNT + "\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{16,86}";
    private static final String SALT = "\\$[A-Za-z0-9./]{1,16}\\$";
    private static final String ROUNDS = "(?:\\$rounds=([1-9][0-9]{3,8}))?";

    private static final Pattern ARGON2ID = Pattern.compile("\\$argon2id" + ARGON2);
    private static final Pattern ARGON2I = Pattern.compile("\\$argon2i" + ARGON2);
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(0[4-9]|[12][0-9]|3[01])\\$[A-Za-z0-9./]{53}");
    private static final Pattern SHA512_CRYPT = Pattern.compile("\\$6" + ROUNDS + SALT + "[A-Za-z0-9./]{86}");
    private static final Pattern SHA256_CRYPT = Pattern.compile("\\$5" + ROUNDS + SALT + "[A-Za-z0-9./]{43}");
    private static final Pattern MD5_CRYPT = Pattern.compile("\\$1\\$[A-Za-z0-9./]{1,8}\\$[A-Za-z0-9./]{22}");
    private static final Pattern PBKDF2 = Pattern.compile("\\$1\\$[A-Za-z0-9./]{1,64}\\$" + COUNT + "\\$[0-9a-f]{40}");

    private HashShape() {}

    static Verdict judge(PasswordScheme scheme, String encoded) {
        return switch (scheme) {
            case ARGON2ID -> judge(encoded, ARGON2ID, HashShape::isCheapArgon2);
            case ARGON2I -> judge(encoded, ARGON2I, HashShape::isCheapArgon2);
            case BCRYPT -> judge(encoded, BCRYPT, match -> number(match, 1) <= MAX_BCRYPT_COST);
            case SHA512_CRYPT -> judge(encoded, SHA512_CRYPT, HashShape::isCheapCrypt);
            case SHA256_CRYPT -> judge(encoded, SHA256_CRYPT, HashShape::isCheapCrypt);
            case MD5_CRYPT -> judge(encoded, MD5_CRYPT, _ -> true);
            case PBKDF2 -> judge(encoded, PBKDF2, match -> number(match, 1) <= MAX_PBKDF2_ROUNDS);
            case SALTED_SHA512 -> salted(encoded, 64);
            case SALTED_SHA256 -> salted(encoded, 32);
            case SALTED_SHA1 -> salted(encoded, 20);
        };
    }

    private static Verdict judge(String encoded, Pattern pattern, Predicate<MatchResult> affordable) {
        var match = pattern.matcher(encoded);
        if (!match.matches()) {
            return Verdict.MALFORMED;
        }
        return affordable.test(match.toMatchResult()) ? Verdict.FITS : Verdict.EXPENSIVE;
    }

    /** Base64 of a digest of this many bytes and a salt. */
    private static Verdict salted(String encoded, int digestLength) {
        try {
            var salt = Base64.getDecoder().decode(encoded).length - digestLength;
            return salt < 1 || salt > LONGEST_SALT ? Verdict.MALFORMED : Verdict.FITS;
        } catch (IllegalArgumentException noBase64) {
            return Verdict.MALFORMED;
        }
    }

    private static boolean isCheapArgon2(MatchResult match) {
        return number(match, 1) <= MAX_ARGON2_KIB
                && number(match, 2) <= MAX_ARGON2_PASSES
                && number(match, 3) <= MAX_ARGON2_LANES;
    }

    private static boolean isCheapCrypt(MatchResult match) {
        return match.group(1) == null || number(match, 1) <= MAX_SHA_CRYPT_ROUNDS;
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
