package dev.postern.admin.account;

import static dev.postern.admin.testing.OperatorBrowser.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.AuditTrailOf;
import dev.postern.admin.testing.OperatorBrowser;
import dev.postern.admin.testing.ServiceUnderTest;
import dev.postern.admin.testing.SoftwareAuthenticator;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.TestSecrets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
@SuppressWarnings("NullAway.Init") // made before each test
class OwnAccountIT {

    private static final String PASSWORD = TestSecrets.OPERATOR_PASSWORD;
    private static final String NEW_PASSWORD = "nine green umbrellas";

    private String ann = "";

    @Autowired
    AdminApi api;

    private OperatorBrowser browser;

    @BeforeEach
    void signIn() {
        ann = Staff.owner();
        browser = new OperatorBrowser(api).signIn(ann);
    }

    @Test
    void changesThePasswordAndSignsOutWhoeverKnewTheOldOne() {
        var other = new OperatorBrowser(api).signIn(ann);

        assertThat(told("/account/password", Map.of("present", PASSWORD, "wanted", NEW_PASSWORD)))
                .contains("Your password is changed");

        assertThat(browser.isIn()).isTrue();
        assertThat(other.isIn()).isFalse();
        assertThat(new OperatorBrowser(api).password(ann, PASSWORD)).isEqualTo("/login?wrong");
        assertThat(new OperatorBrowser(api).password(ann, NEW_PASSWORD)).isEqualTo("/");
    }

    @Test
    void changesNoPasswordForWhoDoesNotKnowItOrWantsAWeakOne() {
        assertThat(told("/account/password", Map.of("present", "wrong", "wanted", NEW_PASSWORD)))
                .contains("The present password is wrong");
        assertThat(told("/account/password", Map.of("present", PASSWORD, "wanted", "short")))
                .contains("at least 12");
        assertThat(told("/account/password", Map.of("present", PASSWORD, "wanted", "x" + ann + "y")))
                .contains("leave it out");

        assertThat(new OperatorBrowser(api).password(ann, PASSWORD)).isEqualTo("/");
    }

    @Test
    void slowsDownWhoGuessesThePasswordAtAnOpenBrowser() {
        for (int guess = 0; guess < 5; guess++) {
            told("/account/password", Map.of("present", "guess " + guess, "wanted", NEW_PASSWORD));
        }

        assertThat(told("/account/password", Map.of("present", PASSWORD, "wanted", NEW_PASSWORD)))
                .contains("Too many failed attempts");
    }

    @Test
    void showsRecoveryCodesOnceWithTheFirstFactor() {
        var shown = browser.get("/account/app").body();
        assertThat(shown).contains("QR code for the authenticator app");
        assertThat(browser.submit("/account/app", Map.of("code", "12")).body()).contains("not the code");

        var app = browser.setUpApp();

        assertThat(browser.get("/account").body()).contains("10 left", "set up");
        assertThat(new OperatorBrowser(api).password(ann, PASSWORD)).isEqualTo("/login/code");
        assertThat(told("/account/app/remove", Map.of())).contains("No codes are asked for any more", "0 left");
        assertThat(new OperatorBrowser(api).password(ann, PASSWORD)).isEqualTo("/");
        assertThat(app.code()).hasSize(6);
        assertThat(AuditTrailOf.actionsOn(ann))
                .contains("totp.set-up", "recovery-codes.issued", "totp.removed", "recovery-codes.revoked");
    }

    @Test
    void showsANewSecretToEachSetUpAndNeverOneThatIsInUse() {
        var app = browser.setUpApp();
        var second = secret();

        assertThat(secret()).isEqualTo(second);
        browser.submit("/account/app", Map.of("code", app.nextCode()));
        assertThat(secret()).as("the code of the old app confirms nothing").isEqualTo(second);
    }

    private String secret() {
        var found = Pattern.compile("id=\"secret\">([A-Z2-7]+)<")
                .matcher(browser.get("/account/app").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void managesPasskeys() {
        var device = new SoftwareAuthenticator(ServiceUnderTest.SITE);
        assertThat(browser.addPasskey(device, "Lap<top>").body()).contains("Your recovery codes");
        assertThat(browser.get("/account").body()).contains("Lap&lt;top&gt;").doesNotContain("Lap<top>");

        assertThat(told("/account/passkeys/%s/rename".formatted(device.id()), Map.of("label", "Old laptop")))
                .contains("Old laptop", "The passkey has its new name");
        assertThat(told("/account/passkeys/%s/rename".formatted(device.id()), Map.of("label", " ")))
                .contains("1 to 60 characters");
        assertThat(told("/account/passkeys/%s/remove".formatted(device.id()), Map.of()))
                .contains("The passkey is removed")
                .doesNotContain("Old laptop");
        assertThat(told("/account/passkeys/%s/remove".formatted(device.id()), Map.of()))
                .contains("There is no such passkey");
    }

    @Test
    void takesNoPasskeyThatAnswersAnotherPage() {
        var device = new SoftwareAuthenticator("https://evil.example");

        assertThat(place(browser.addPasskey(device, "x"))).isEqualTo("/account");

        assertThat(browser.get("/account").body()).contains("The passkey was not taken");
        assertThat(told("/account/passkeys", Map.of("credential", "{}", "label", "x")))
                .contains("The passkey was not taken");
    }

    @Test
    void letsWhoHasAPasskeyDoWithoutAPassword() {
        assertThat(told("/account/password/remove", Map.of())).contains("Add a passkey first");
        var device = new SoftwareAuthenticator(ServiceUnderTest.SITE);
        browser.addPasskey(device, "Laptop");

        assertThat(told("/account/password/remove", Map.of())).contains("You have no password any more");

        assertThat(new OperatorBrowser(api).password(ann, PASSWORD)).isEqualTo("/login?wrong");
        assertThat(new OperatorBrowser(api).passkey("/login", device)).isEqualTo("/");
        assertThat(told("/account/passkeys/%s/remove".formatted(device.id()), Map.of()))
                .contains("this passkey is all you can sign in with");
        assertThat(told("/account/password", Map.of("wanted", NEW_PASSWORD))).contains("Your password is changed");
        assertThat(new OperatorBrowser(api).password(ann, NEW_PASSWORD)).isEqualTo("/login/code");
    }

    @Test
    void listsSessionsAndEndsThem() {
        var other = new OperatorBrowser(api).signIn(ann);
        var third = new OperatorBrowser(api).signIn(ann);
        assertThat(browser.get("/account").body()).contains("this one", "127.0.0.1");
        var ended = endable();

        assertThat(told(ended, Map.of())).contains("That browser is signed out");
        assertThat(other.isIn() ^ third.isIn()).isTrue();
        assertThat(told("/account/sessions/end-others", Map.of())).contains("signed out everywhere else");

        assertThat(other.isIn() || third.isIn()).isFalse();
        assertThat(browser.isIn()).isTrue();
    }

    private String endable() {
        var found = Pattern.compile("action=\"(/account/sessions/[^\"]+/end)\"")
                .matcher(browser.get("/account").body());
        assertThat(found.find()).isTrue();
        return String.valueOf(found.group(1));
    }

    @Test
    void endsNobodyElsesSession() {
        var bob = new OperatorBrowser(api).signIn(Staff.owner());
        new OperatorBrowser(api).signIn(ann);
        var anns = endable();

        assertThat(place(bob.submit("/account", anns, Map.of()))).isEqualTo("/account");

        assertThat(bob.get("/account").body()).contains("signed out already");
        assertThat(endable()).isEqualTo(anns);
    }

    @Test
    void asksAgainWhoeverSignedInLongAgo() {
        Staff.change("update operator_session set since = since - interval 20 minute where operator = ?", ann);

        assertThat(place(browser.get("/account/app"))).isEqualTo("/login?again");
        assertThat(place(browser.submit("/account", "/account/app/remove", Map.of())))
                .isEqualTo("/login?again");
        assertThat(browser.get("/login?again").body()).contains("show once more that it is you");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);

        assertThat(place(browser.submit("/login?again", "/login", Map.of("username", ann, "password", PASSWORD))))
                .isEqualTo("/account");
        assertThat(browser.get("/account/app").statusCode()).isEqualTo(200);
    }

    private String told(String action, Map<String, String> fields) {
        assertThat(place(browser.submit("/account", action, fields))).isEqualTo("/account");
        return browser.get("/account").body();
    }
}
