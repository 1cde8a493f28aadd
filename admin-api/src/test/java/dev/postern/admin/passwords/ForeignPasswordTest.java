package dev.postern.admin.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.passwords.ForeignPassword.Kept;
import dev.postern.admin.passwords.ForeignPassword.PlainText;
import dev.postern.admin.passwords.ForeignPassword.Useless;
import dev.postern.admin.passwords.ForeignPassword.Why;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All hashes are of the password {@code geheim1234 ä}, made by Dovecot's {@code doveadm pw}. */
class ForeignPasswordTest {

    private static final Password RIGHT = new Password("geheim1234 ä");
    private static final Password WRONG = new Password("geheim1234 a");

    private final PasswordHashing hashing = new PasswordHashing(new PasswordSettings(2, Duration.ofSeconds(10)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ARGON2ID}$argon2id$v=19$m=65536,t=3,p=1$bUuKZ4hwELPHK1IvLvZI4A$vNquMRI0qhmR8XEECCAlQ04mkhwmGM6oVnGPaJmVSPM",
                "{ARGON2I}$argon2i$v=19$m=32768,t=4,p=1$hes6l0VYxveSsLCLlX237w$O4c0Ott38raBtf3b9qsG91ZLXz58TMXxqB4I4Wp0CcI",
                "{BLF-CRYPT}$2y$05$xysalr0EzdqgrK1TBMAgKeXMZIRt1WEkcYMbNfQAwzcbWo56kjGFi",
                "{CRYPT}$2y$05$dxMRANwslSNO6mZAlm2/D.4ri5fqK4jfTvZS88QA/1v8whs/WJKkq",
                "$2y$05$dxMRANwslSNO6mZAlm2/D.4ri5fqK4jfTvZS88QA/1v8whs/WJKkq",
                "{SHA512-CRYPT}$6$.zhf2e1RXj683.cz$b6rpPYIQSbuXAl0LiGmmxi/OvPfuRUeHIesWlaQDyvVaKwrZnb5uJp5/OErA6W1nuj9sxgOjlx5ypBSU4/f9l1",
                "$6$.zhf2e1RXj683.cz$b6rpPYIQSbuXAl0LiGmmxi/OvPfuRUeHIesWlaQDyvVaKwrZnb5uJp5/OErA6W1nuj9sxgOjlx5ypBSU4/f9l1",
                "{SHA256-CRYPT}$5$Ec/t2gJOjeLbJOdY$bvtTx9O5463YzgjX5r8gI9/6f.o7948/3Xwmb3e1Q39",
                "{PBKDF2}$1$f.rawxvwJVoeRiT7$5000$60a81ceceb84a3ae0d9de031e3ba005b3128f1b5",
                "{SSHA512}sxtH3BUgdMBEGoDvdMRTABGTIxRZkCYOaGF0CNzHrkRZzpckUnTUdpdub9USx7UWcfZZBSpo+guGESPk6cRqaZDAcPk=",
                "{SSHA256}teymC4xHP9Ye4g5ffxBP01djty6kCWdPRSd8NEugpAvvJn7X",
                "{ssha256.b64}teymC4xHP9Ye4g5ffxBP01djty6kCWdPRSd8NEugpAvvJn7X",
                "{SSHA}vjK5+ZXZVH8ON5537hHQy1Xug1GY2t3/",
                "{SSHA.HEX}be32b9f995d9547f0e379e77ee11d0cb55ee835198daddff",
                "{MD5-CRYPT}$1$HHugbbDy$PeGTtaf79af6yyTn10R7C1",
                "{MD5}$1$4VVLFcfx$uF9iQtzw7W20cJocc9KkO0"
            })
    void keepsWhatDovecotCanCheckAndChecksItTheSame(String text) {
        var hash = kept(text);

        assertThat(hashing.matches(RIGHT, hash)).isTrue();
        assertThat(hashing.matches(WRONG, hash)).isFalse();
        assertThat(hashing.isOurs(hash)).isFalse();
    }

    @Test
    void takesAPasswordThatWasNeverHashed() {
        assertThat(ForeignPassword.parse("{PLAIN}geheim1234 ä")).isEqualTo(new PlainText(RIGHT));
        assertThat(ForeignPassword.parse("{CLEARTEXT}geheim1234 ä").toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING",
        "{SHA512-CRYPT}, MISSING",
        "{SHA512}ptSFJkki8+0UO0skkObRYTrtD8oBt0qZELEt1KTVvtc2HWudPEGwZMjDWThAZknUXAYwkqwY59nFsA6341YnaQ==, UNSALTED",
        "{PLAIN-MD5}35a27616d22d03e61f9e6ad4932480b2, UNSALTED",
        "{CRAM-MD5}44130963685e8b037c6192efe1a763c311909859d5d1c6cd5ff2de939877aa71, UNSALTED",
        "{MD5}35a27616d22d03e61f9e6ad4932480b2, UNSALTED",
        "35a27616d22d03e61f9e6ad4932480b2, UNKNOWN",
        "{DES-CRYPT}xeXG.FXGpPi6M, UNKNOWN",
        "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC.5i5rd.RhAtQ7, UNKNOWN",
        "$apr1$zW2wpC6b$XbNnCyqm2Y6dLrXP8bZNd1, UNKNOWN",
        "{SHA512-CRYPT}$5$Ec/t2gJOjeLbJOdY$bvtTx9O5463YzgjX5r8gI9/6f.o7948/3Xwmb3e1Q39, MALFORMED",
        "{SSHA512}ptSFJkki8+0UO0skkObRYTrtD8oBt0qZELEt1KTVvtc2HWudPEGwZMjDWThAZknUXAYwkqwY59nFsA6341YnaQ==, MALFORMED",
        "{SSHA256}not base64, MALFORMED",
        "{BLF-CRYPT}$2y$05$xysalr0EzdqgrK1TBMAgKeXMZIRt1WEkcYMbNfQAwzcbWo56kjGF#, MALFORMED",
        "'{ARGON2ID}$argon2id$v=19$m=4194304,t=3,p=1$bUuKZ4hwELPHK1IvLvZI4A$vNquMRI0qhmR8XEECCAlQ04mkhwmGM6oVnGPaJmVSPM', EXPENSIVE",
        "{BLF-CRYPT}$2y$31$xysalr0EzdqgrK1TBMAgKeXMZIRt1WEkcYMbNfQAwzcbWo56kjGFi, EXPENSIVE",
        "$5$rounds=999999999$Ec/t2gJOjeLbJOdY$bvtTx9O5463YzgjX5r8gI9/6f.o7948/3Xwmb3e1Q39, EXPENSIVE",
        "{PBKDF2}$1$f.rawxvwJVoeRiT7$999999999$60a81ceceb84a3ae0d9de031e3ba005b3128f1b5, EXPENSIVE"
    })
    void refusesWhatIsWeakBrokenOrTooExpensive(String text, Why why) {
        assertThat(ForeignPassword.parse(text))
                .isInstanceOfSatisfying(
                        Useless.class, useless -> assertThat(useless.why()).isEqualTo(why));
    }

    @Test
    void knowsItsOwnHashes() {
        var hash = hashing.hash(RIGHT);

        assertThat(hashing.isOurs(hash)).isTrue();
        assertThat(kept("{ARGON2ID}" + hash.encoded())).isEqualTo(hash);
    }

    @Property
    void readsWhateverComes(
            @ForAll @StringLength(max = 300) @Chars({'{', '}', '$', '.', '=', ',', '/', '-'}) @AlphaChars @NumericChars
                    String text) {
        if (ForeignPassword.parse(text) instanceof Kept(var hash)) {
            hashing.matches(WRONG, hash);
        }
    }

    private static PasswordHash kept(String text) {
        assertThat(ForeignPassword.parse(text)).isInstanceOf(Kept.class);
        return ((Kept) ForeignPassword.parse(text)).hash();
    }
}
