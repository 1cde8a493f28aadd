package dev.postern.admin.authorisation;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.Api.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A domain, and one of everything in it as soon as it is asked for. */
final class Premises {

    private final AdminApi api;
    private final String domain;
    private final Map<String, String> things = new HashMap<>();

    Premises(AdminApi api) {
        this.api = api;
        this.domain = api.newDomain();
    }

    String domain() {
        return domain;
    }

    String mailbox() {
        password();
        return "alice@" + domain;
    }

    String password() {
        return things.computeIfAbsent("password", _ -> api.newMailbox("alice@" + domain));
    }

    String operator() {
        return things.computeIfAbsent("operator", _ -> Staff.administratorOf(domain));
    }

    String fill(String text) {
        var filled = text.replace("{domain}", domain).replace("{new}", AdminApi.unique("n"));
        filled = fill(filled, "{mailbox}", this::mailbox);
        filled = fill(filled, "{alias}", this::alias);
        filled = fill(filled, "{app-password}", this::appPassword);
        filled = fill(filled, "{binned}", this::binned);
        filled = fill(filled, "{token}", this::token);
        return fill(filled, "{operator}", this::operator);
    }

    private static String fill(String text, String place, Supplier<String> thing) {
        return text.contains(place) ? text.replace(place, thing.get()) : text;
    }

    private String alias() {
        return made(
                "alias", "info@" + domain, "/api/v1/aliases", "{'address': '%s', 'targets': ['x@elsewhere.example']}");
    }

    private String binned() {
        return things.computeIfAbsent("binned", _ -> {
            var gone = "gone@" + domain;
            api.newMailbox(gone);
            api.delete("/api/v1/mailboxes/" + gone);
            return gone;
        });
    }

    private String token() {
        return made("token", AdminApi.unique("t"), "/api/v1/tokens", "{'name': '%s', 'scopes': ['audit:read']}");
    }

    private String appPassword() {
        var path = "/api/v1/mailboxes/%s/app-passwords".formatted(mailbox());
        return things.computeIfAbsent(
                "app-password",
                _ -> checked(api.post(path, "{'name': 'Laptop'}")).text("id"));
    }

    private String made(String kind, String name, String path, String json) {
        return things.computeIfAbsent(kind, _ -> {
            checked(api.post(path, json.formatted(name)));
            return name;
        });
    }

    private static Answer checked(Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("not made: " + answer);
        }
        return answer;
    }

    /** How it looks to an owner: what nobody may change without being allowed to. */
    String seen() {
        var places = "/api/v1/domains/{domain} /api/v1/domains/{domain}/administrators /api/v1/domains/{domain}/sending"
                + " /api/v1/domains/{domain}/catch-all /api/v1/mailboxes?domain={domain} /api/v1/mailboxes/{mailbox}/sending"
                + " /api/v1/mailboxes/{mailbox}/app-passwords /api/v1/aliases?domain={domain} /api/v1/aliases/{alias}"
                + " /api/v1/tokens/{token}";
        // Made first, so that all is there from the first look on.
        fill(places + "{app-password}{operator}");
        var seen = new StringBuilder();
        for (var place : fill(places).split(" ", -1)) {
            seen.append(api.get(place).content()).append('\n');
        }
        return seen.toString();
    }
}
