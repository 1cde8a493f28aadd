package dev.postern.admin.self;

import dev.postern.admin.testing.AdminApi;
import dev.postern.common.testing.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/** The browser of somebody who owns a mailbox. */
public final class OwnerBrowser {

    private final Browser browser = new Browser();
    private final AdminApi api;

    public OwnerBrowser(AdminApi api) {
        this.api = api;
    }

    /** Signs in, and fails if that does not work. */
    public OwnerBrowser signIn(String address, String password) {
        var answer = tryToSignIn(address, password);
        if (!place(answer).equals("/self")) {
            throw new AssertionError("not signed in, but sent to " + place(answer));
        }
        return this;
    }

    public HttpResponse<String> tryToSignIn(String address, String password) {
        return submit("/self/login", Map.of("address", address, "password", password));
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

    /** Sends what no form was asked for. */
    public HttpResponse<String> send(String action, Map<String, String> fields) {
        return browser.send(at(action), fields);
    }

    public Map<String, String> cookies() {
        return browser.cookies();
    }

    /** Where an answer leads. */
    public static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere");
    }

    private URI at(String path) {
        return api.page(path);
    }
}
