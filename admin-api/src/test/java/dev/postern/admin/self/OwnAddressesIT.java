package dev.postern.admin.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class OwnAddressesIT {

    @Autowired
    AdminApi api;

    private String domain = "";
    private String alice = "";
    private String password = "";

    @BeforeEach
    void createMailbox() {
        domain = api.newDomain();
        alice = "alice@" + domain;
        password = api.newMailbox(alice);
    }

    @Test
    void namesTheMailboxFirstAndThenTheAliasesThatLeadToIt() {
        api.newMailbox("bob@" + domain);
        alias("a-team@" + domain, alice, "bob@" + domain);
        alias("bobs@" + domain, "bob@" + domain);
        alias("away@" + domain, "carol@elsewhere.example");
        alias("news@" + domain, "alice+news@" + domain);
        alias("@" + domain, alice);

        assertThat(addresses()).containsExactly(alice, "a-team@" + domain, "news@" + domain);
        assertThat(domains()).isEmpty();
    }

    @Test
    void leavesOutAnAliasThatIsOutOfUseOrGone() {
        alias("info@" + domain, alice);
        alias("shop@" + domain, alice);

        api.patch("/api/v1/aliases/info@" + domain, "{'enabled': false}");
        assertThat(addresses()).containsExactly(alice, "shop@" + domain);

        api.delete("/api/v1/aliases/shop@" + domain);
        assertThat(addresses()).containsExactly(alice);
    }

    @Test
    void namesTheDomainWhereEveryAddressOfItMayBeUsed() {
        api.put("/api/v1/mailboxes/%s/sending".formatted(alice), "{'sendsForDomain': true}");

        assertThat(domains()).containsExactly(domain);
        assertThat(addresses()).containsExactly(alice);
    }

    @Test
    void tellsWhereAHyphenBeginsTheDetail() {
        assertThat(list("hyphenDomains")).isEmpty();

        api.patch("/api/v1/domains/" + domain, "{'detailSeparator': '-'}");

        assertThat(list("hyphenDomains")).containsExactly(domain);
    }

    @Test
    void takesAnAppPasswordWhichChangesNothingButIsNoWrongOneEither() {
        var path = "/api/v1/mailboxes/%s/app-passwords".formatted(alice);
        var telephone = api.post(path, "{'name': 'Telephone'}");

        for (var time = 1; time <= 6; time++) {
            assertThat(ask(telephone.text("password")).status()).isEqualTo(200);
        }
        assertThat(api.call(
                                "POST",
                                "/api/v1/self/password",
                                "{'newPassword': 'nine green umbrellas'}",
                                Api.basic(alice, telephone.text("password")))
                        .status())
                .isEqualTo(403);

        api.delete(path + "/" + telephone.text("id"));
        assertThat(ask(telephone.text("password")).status()).isEqualTo(401);
    }

    @Test
    void tellsNobodyElse() {
        Problem.in(ask("wrong wrong wrong")).status(401);
        assertThat(api.call("GET", "/api/v1/self/addresses", null, null).status())
                .isEqualTo(401);

        api.patch("/api/v1/mailboxes/" + alice, "{'enabled': false}");
        assertThat(ask(password).status()).isEqualTo(401);
    }

    @Test
    void countsGuessesTogetherWithThoseOfThePasswordChange() {
        for (var guess = 1; guess <= 5; guess++) {
            assertThat(ask("wrong number " + guess).status()).isEqualTo(401);
        }

        Problem.in(ask(password)).status(429);
    }

    private Api.Answer ask(String given) {
        return api.call("GET", "/api/v1/self/addresses", null, Api.basic(alice, given));
    }

    private List<String> addresses() {
        return list("addresses");
    }

    private List<String> domains() {
        return list("domains");
    }

    private List<String> list(String field) {
        var answer = ask(password);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var values = new ArrayList<String>();
        answer.body().path(field).forEach(value -> values.add(value.asString()));
        return values;
    }

    private void alias(String address, String... targets) {
        var answer = api.post(
                "/api/v1/aliases",
                "{'address': '%s', 'targets': ['%s']}".formatted(address, String.join("', '", targets)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }
}
