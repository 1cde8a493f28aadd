package dev.postern.common.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads pages and fills in the log-in form. It keeps secure cookies although it speaks plain HTTP, as nginx does. */
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();

    public HttpResponse<String> get(URI page) {
        return send(HttpRequest.newBuilder(page).header("Accept", "text/html"));
    }

    /** As htmx asks for a piece of a page. */
    public HttpResponse<String> fetch(URI fragment) {
        return send(HttpRequest.newBuilder(fragment).header("Accept", "*/*").header("HX-Request", "true"));
    }

    public void signIn(URI form, String username, String password) {
        var place = tryToSignIn(form, username, password);
        if (place.contains("/login")) {
            throw new AssertionError("not signed in, but sent to " + place);
        }
    }

    /** Fills in the form and tells where that leads. */
    public String tryToSignIn(URI form, String username, String password) {
        return submit(form, form, Map.of("username", username, "password", password))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /**
     * Fills in a form on a page.
     *
     * @param action where the form sends what was filled in
     */
    public HttpResponse<String> submit(URI page, URI action, Map<String, String> fields) {
        return submit(get(page), action, fields);
    }

    /** The same on a page that is shown already. */
    public HttpResponse<String> submit(HttpResponse<String> page, URI action, Map<String, String> fields) {
        var csrf = CSRF.matcher(page.body());
        if (!csrf.find()) {
            throw new AssertionError("there is no form at " + page.uri());
        }
        var filledIn = new LinkedHashMap<>(fields);
        filledIn.put("_csrf", csrf.group(1));
        return send(action, filledIn);
    }

    /** Sends fields that no form of a page was asked for. */
    public HttpResponse<String> send(URI action, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(action)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&")))));
    }

    /** The cookies it has, by name. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** Sends a form as one of our pages does, with the token against forged requests. */
    public HttpResponse<String> submit(URI target, String fields) {
        // Whoever is signed in sees the form only if he wants to sign in again.
        var form = target.resolve("/login?again");
        var csrf = CSRF.matcher(get(form).body());
        if (!csrf.find()) {
            throw new AssertionError("there is no form at " + form);
        }
        return submitForged(target, "_csrf=%s&%s".formatted(encode(csrf.group(1)), fields));
    }

    /** Sends a form as another site would make the browser do it. */
    public HttpResponse<String> submitForged(URI target, String fields) {
        return send(HttpRequest.newBuilder(target)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** As they stand in a request. */
    public String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String cookie) {
        var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
