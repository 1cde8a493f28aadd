package dev.postern.admin.migration.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.DovecotServer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever moves in signs in to the platform's own Dovecot with the password he had. */
@AdminApiTest
class ForeignHashLoginIT {

    private static final String PASSWORD = "geheim1234 ä";

    @Autowired
    AdminApi api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ARGON2ID}$argon2id$v=19$m=65536,t=3,p=1$bUuKZ4hwELPHK1IvLvZI4A$vNquMRI0qhmR8XEECCAlQ04mkhwmGM6oVnGPaJmVSPM",
                "{ARGON2I}$argon2i$v=19$m=32768,t=4,p=1$hes6l0VYxveSsLCLlX237w$O4c0Ott38raBtf3b9qsG91ZLXz58TMXxqB4I4Wp0CcI",
                "{BLF-CRYPT}$2y$05$xysalr0EzdqgrK1TBMAgKeXMZIRt1WEkcYMbNfQAwzcbWo56kjGFi",
                "{SHA512-CRYPT}$6$.zhf2e1RXj683.cz$b6rpPYIQSbuXAl0LiGmmxi/OvPfuRUeHIesWlaQDyvVaKwrZnb5uJp5/OErA6W1nuj9sxgOjlx5ypBSU4/f9l1",
                "{SHA256-CRYPT}$5$Ec/t2gJOjeLbJOdY$bvtTx9O5463YzgjX5r8gI9/6f.o7948/3Xwmb3e1Q39",
                "{PBKDF2}$1$f.rawxvwJVoeRiT7$5000$60a81ceceb84a3ae0d9de031e3ba005b3128f1b5",
                "{SSHA512}sxtH3BUgdMBEGoDvdMRTABGTIxRZkCYOaGF0CNzHrkRZzpckUnTUdpdub9USx7UWcfZZBSpo+guGESPk6cRqaZDAcPk=",
                "{SSHA256}teymC4xHP9Ye4g5ffxBP01djty6kCWdPRSd8NEugpAvvJn7X",
                "{SSHA}vjK5+ZXZVH8ON5537hHQy1Xug1GY2t3/",
                "{MD5-CRYPT}$1$HHugbbDy$PeGTtaf79af6yyTn10R7C1",
                "{PLAIN}geheim1234 ä"
            })
    void signsInWithThePasswordFromThere(String hash) throws MessagingException {
        var domain = AdminApi.unique("old") + ".example";
        var answer = new Upload()
                .file("domain.csv", "domain,description\n%s,\n".formatted(domain))
                .file("mailbox.csv", "username,password,quota\nann@%s,\"%s\",0\n".formatted(domain, hash))
                .to(api, "/api/v1/migrations/accounts?format=postfixadmin-csv&dryRun=false");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);

        assertThat(mayIn("ann@" + domain, PASSWORD)).isTrue();
        assertThat(mayIn("ann@" + domain, "geheim1234 a")).isFalse();
    }

    @Test
    void stillSignsInAfterItIsHashedAnew() throws MessagingException {
        var domain = AdminApi.unique("old") + ".example";
        new Upload()
                .file("domain.csv", "domain,description\n%s,\n".formatted(domain))
                .file(
                        "mailbox.csv",
                        "username,password,quota\nann@%s,{SSHA256}teymC4xHP9Ye4g5ffxBP01djty6kCWdPRSd8NEugpAvvJn7X,0\n"
                                .formatted(domain))
                .to(api, "/api/v1/migrations/accounts?format=postfixadmin-csv&dryRun=false");

        api.call("GET", "/api/v1/self/addresses", null, AdminApi.basic("ann@" + domain, PASSWORD));

        assertThat(mayIn("ann@" + domain, PASSWORD)).isTrue();
    }

    private static boolean mayIn(String user, String password) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.imaps.ssl.trust", "*");
        settings.setProperty("mail.imaps.ssl.checkserveridentity", "false");
        try (var store = Session.getInstance(settings).getStore("imaps")) {
            store.connect(DovecotServer.host(), DovecotServer.port(DovecotServer.IMAPS), user, password);
            return true;
        } catch (AuthenticationFailedException refused) {
            return false;
        }
    }
}
