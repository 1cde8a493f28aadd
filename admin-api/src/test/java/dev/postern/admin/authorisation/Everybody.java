package dev.postern.admin.authorisation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.postern.admin.access.Grant;
import dev.postern.admin.access.Role;
import dev.postern.admin.self.OwnerBrowser;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Browser;
import dev.postern.common.testing.TestSecrets;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All who may call, and how each of them does. */
final class Everybody {

    private final AdminApi api;
    private final Map<String, Browser> browsers = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    Everybody(AdminApi api) {
        this.api = api;
    }

    static List<Caller> all() {
        var all = new ArrayList<Caller>();
        all.add(new Caller("nobody", Caller.Kind.NOBODY, null, Set.of()));
        all.add(new Caller("the owner of a mailbox", Caller.Kind.MAILBOX, null, Set.of()));
        for (var role : Role.values()) {
            all.add(new Caller("a token of role " + role, Caller.Kind.TOKEN, role, Grant.all()));
            all.add(new Caller("a browser of role " + role, Caller.Kind.BROWSER, role, Grant.all()));
        }
        for (var grant : Grant.values()) {
            all.add(new Caller(
                    "an owner's token for " + grant.text(),
                    Caller.Kind.TOKEN,
                    Role.OWNER,
                    Grant.whole(EnumSet.of(grant))));
        }
        return all;
    }

    /** What came back, as far as it matters here. */
    record Reply(int status, String place, String content) {

        static Reply of(HttpResponse<String> page) {
            return new Reply(
                    page.statusCode(), page.headers().firstValue("Location").orElse(""), page.body());
        }

        boolean asksWhoItIs() {
            return status == 401 || (status == 302 && place.matches(".*/login(\\?.*)?"));
        }

        @Override
        public String toString() {
            return status + " " + place + " " + content.substring(0, Math.min(200, content.length()));
        }
    }

    /** Whoever has to do with his own premises calls for something in the target's. */
    Reply call(MatrixRow row, Caller caller, Premises premises, Premises target) {
        var path = target.fill(row.path());
        var body = target.fill(row.body());
        if (row.isPage() && (caller.kind() == Caller.Kind.BROWSER || caller.kind() == Caller.Kind.NOBODY)) {
            return browse(row, path, body, browserOf(caller, premises));
        }
        if (row.isOwnersPage() && caller.kind() == Caller.Kind.MAILBOX) {
            return browseAsOwner(row, path, body, premises);
        }
        var headers = new HashMap<String, String>();
        switch (caller.kind()) {
            case TOKEN -> headers.put("Authorization", Api.bearer(tokenOf(caller, premises)));
            case MAILBOX -> headers.put("Authorization", Api.basic(premises.mailbox(), premises.password()));
            case BROWSER -> headers.put("Cookie", browserOf(caller, premises).cookieHeader());
            case NOBODY -> {}
        }
        var answer = api.send(row.method(), path, body.isEmpty() ? null : body, headers);
        return new Reply(answer.status(), answer.header("Location"), answer.content());
    }

    private Reply browse(MatrixRow row, String path, String body, Browser browser) {
        if (row.method().equals("GET")) {
            return Reply.of(browser.get(api.page(path)));
        }
        return Reply.of(
                path.startsWith("/self")
                        ? browser.submit(api.page("/self/login"), api.page(path), fields(body))
                        : browser.submit(api.page(path), body));
    }

    /** With a session of its own each time, since some pages end it. */
    private Reply browseAsOwner(MatrixRow row, String path, String body, Premises premises) {
        var browser = new OwnerBrowser(api).signIn(premises.mailbox(), premises.password());
        return Reply.of(row.method().equals("GET") ? browser.get(path) : browser.submit("/self", path, fields(body)));
    }

    private static Map<String, String> fields(String body) {
        return Arrays.stream(body.split("&"))
                .filter(field -> !field.isEmpty())
                .map(field -> field.split("=", 2))
                .collect(toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    }

    private String tokenOf(Caller caller, Premises premises) {
        return tokens.computeIfAbsent(key(caller, premises), _ -> newToken(caller, premises.domain()));
    }

    private Browser browserOf(Caller caller, Premises premises) {
        if (caller.kind() == Caller.Kind.NOBODY) {
            return new Browser();
        }
        return browsers.computeIfAbsent(key(caller, premises), _ -> signedIn(caller, premises));
    }

    /** Only a domain administrator is bound to his premises. */
    private static String key(Caller caller, Premises premises) {
        return caller.role() == Role.DOMAIN_ADMINISTRATOR ? caller.name() + premises.domain() : caller.name();
    }

    private String newToken(Caller caller, String domain) {
        var role = Objects.requireNonNull(caller.role());
        var answer = api.post(
                "/api/v1/tokens",
                "{'name': '%s', 'role': '%s', 'domains': [%s], 'scopes': [%s]}"
                        .formatted(
                                AdminApi.unique("t"),
                                role.text(),
                                role == Role.DOMAIN_ADMINISTRATOR ? "'%s'".formatted(domain) : "",
                                caller.grants().stream()
                                        .map(grant -> "'%s'".formatted(grant.text()))
                                        .collect(joining(", "))));
        if (answer.status() != 201) {
            throw new AssertionError("no token: " + answer);
        }
        return answer.text("token");
    }

    private Browser signedIn(Caller caller, Premises premises) {
        var username = switch (Objects.requireNonNull(caller.role())) {
            case OWNER -> Staff.owner();
            case AUDITOR -> Staff.auditor();
            case DOMAIN_ADMINISTRATOR -> premises.operator();
        };
        var browser = new Browser();
        browser.signIn(api.page("/login"), username, TestSecrets.OPERATOR_PASSWORD);
        return browser;
    }
}
