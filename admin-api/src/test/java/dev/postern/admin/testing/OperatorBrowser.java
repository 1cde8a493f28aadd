package dev.postern.admin.testing;

import dev.postern.common.testing.Browser;
import dev.postern.common.testing.TestSecrets;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The browser of an operator. */
public final class OperatorBrowser {

    private static final Pattern CHALLENGE = Pattern.compile("data-challenge=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7]+)<");

    private final Browser browser = new Browser();
    private final AdminApi api;

    public OperatorBrowser(AdminApi api) {
        this.api = api;
    }

    /** Signs in with the password that all {@link Staff} have, and fails if that does not work. */
    public OperatorBrowser signIn(String username) {
        browser.signIn(at("/login"), username, TestSecrets.OPERATOR_PASSWORD);
        return this;
    }

    /** Where the password leads. */
    public String password(String username, String password) {
        return place(submit("/login", Map.of("username", username, "password", password)));
    }

    /** Where a code leads. */
    public String code(String code) {
        return place(submit("/login/code", Map.of("code", code)));
    }

    /** Where the passkey of a device leads that is used on a page. */
    public String passkey(String page, SoftwareAuthenticator device) {
        var asked = get(page);
        return place(submit(asked, "/login/passkey", Map.of("credential", device.get(challenge(asked)))));
    }

    /** Sets up an authenticator app. */
    public AuthenticatorApp setUpApp() {
        var found = SECRET.matcher(get("/account/app").body());
        if (!found.find()) {
            throw new AssertionError("no secret is shown");
        }
        var app = new AuthenticatorApp(found.group(1));
        submit("/account/app", Map.of("code", app.code()));
        return app;
    }

    /** Adds a passkey. */
    public HttpResponse<String> addPasskey(SoftwareAuthenticator device, String label) {
        var challenge = challenge(get("/account/passkeys/new"));
        return submit("/account", "/account/passkeys", Map.of("credential", device.create(challenge), "label", label));
    }

    /** What a page asks a passkey to sign. */
    public static String challenge(HttpResponse<String> page) {
        var found = CHALLENGE.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no passkey is asked for: " + page.body());
        }
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    public HttpResponse<String> get(String path) {
        return browser.get(at(path));
    }

    /** Fills in the form of a page that sends to the page itself. */
    public HttpResponse<String> submit(String page, Map<String, String> fields) {
        return submit(page, page, fields);
    }

    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        return browser.submit(at(page), at(action), fields);
    }

    /** Fills in a form of a page as it was shown: another look at it may ask something else. */
    public HttpResponse<String> submit(HttpResponse<String> page, String action, Map<String, String> fields) {
        return browser.submit(page, at(action), fields);
    }

    /** Sends what no form was asked for. */
    public HttpResponse<String> send(String action, Map<String, String> fields) {
        return browser.send(at(action), fields);
    }

    public Map<String, String> cookies() {
        return browser.cookies();
    }

    /** Whether the administration opens. */
    public boolean isIn() {
        return get("/").statusCode() == 200;
    }

    /** Where an answer leads. */
    public static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere");
    }

    /** By name, since passkeys are offered nowhere else. */
    private URI at(String path) {
        return URI.create(api.page(path).toString().replace("127.0.0.1", "localhost"));
    }
}
