package dev.postern.admin.testing;

import dev.postern.common.testing.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** Calls the REST API, and knows how to make what most tests start from. */
public final class AdminApi extends Api {

    AdminApi(Environment environment) {
        super(environment);
    }

    /** A name that no other test uses, so that all of them can share one database. */
    public static String unique(String prefix) {
        return "%s-%s".formatted(prefix, UUID.randomUUID().toString().substring(0, 8));
    }

    /** Adds a domain that no other test uses. */
    public String newDomain() {
        var name = unique("d") + ".example";
        var answer = post("/api/v1/domains", "{'name': '%s'}".formatted(name));
        if (answer.status() != 201) {
            throw new AssertionError("no domain: " + answer);
        }
        return name;
    }

    /** Adds a mailbox, and hands back the password that was made for it. */
    public String newMailbox(String address) {
        var answer = post("/api/v1/mailboxes", "{'address': '%s'}".formatted(address));
        if (answer.status() != 201) {
            throw new AssertionError("no mailbox: " + answer);
        }
        return answer.text("password");
    }

    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
