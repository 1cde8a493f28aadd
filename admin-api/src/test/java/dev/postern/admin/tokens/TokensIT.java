package dev.postern.admin.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.access.Grant;
import dev.postern.admin.access.OperatorRights;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Api.Answer;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class TokensIT {

    @Autowired
    AdminApi api;

    @Autowired
    CreateToken createToken;

    @Autowired
    RevokeToken revokeToken;

    @Autowired
    ReadTokens readTokens;

    @Autowired
    OperatorRights rights;

    @Test
    void tellsATokenOnceAndKeepsItsDigestAlone() throws SQLException {
        var name = AdminApi.unique("t");

        var answer = api.post("/api/v1/tokens", "{'name': '%s', 'scopes': ['accounts:read']}".formatted(name));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/api/v1/tokens/" + name);
        assertThat(new TokenSecret(answer.text("token")).isWellFormed()).isTrue();
        assertThat(Duration.between(Instant.now(), Instant.parse(answer.text("expiresAt"))))
                .isBetween(Duration.ofDays(89), Duration.ofDays(90));
        assertThat(api.get("/api/v1/tokens/" + name).body().has("token")).isFalse();
        assertThat(as(answer.text("token"), "GET", "/api/v1/domains", null).status())
                .isEqualTo(200);
        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from api_token where name = '%s'".formatted(name))) {
            assertThat(rows.next()).isTrue();
            for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                assertThat(String.valueOf(rows.getString(column))).doesNotContain(answer.text("token"));
            }
        }
    }

    @Test
    void opensOnlyThePartsOfTheApiThatItsScopesName() {
        var domain = api.newDomain();
        var token = newToken("'scopes': ['accounts:read']");

        assertThat(as(token, "GET", "/api/v1/domains/" + domain, null).status()).isEqualTo(200);
        var refused = as(token, "PATCH", "/api/v1/domains/" + domain, "{'enabled': false}");
        Problem.in(refused).status(403).saying("accounts:write");
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope", "accounts:write");
        Problem.in(as(token, "GET", "/api/v1/audit", null)).status(403).saying("audit:read");
        Problem.in(as(token, "GET", "/api/v1/tokens", null)).status(403).saying("platform:read");
        Problem.in(as(token, "DELETE", "/api/v1/domains/" + domain, null))
                .status(403)
                .saying("platform:write");
    }

    @Test
    void keepsToItsDomains() {
        var own = api.newDomain();
        var other = api.newDomain();
        var token = newToken(
                "'role': 'domain_administrator', 'domains': ['%s'], 'scopes': ['accounts:write']".formatted(own));

        assertThat(as(token, "POST", "/api/v1/mailboxes", "{'address': 'a@%s'}".formatted(own))
                        .status())
                .isEqualTo(201);
        Problem.in(as(token, "POST", "/api/v1/mailboxes", "{'address': 'a@%s'}".formatted(other)))
                .status(404);
        assertThat(as(token, "GET", "/api/v1/domains", null)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("name").asString()))
                .containsExactly(own);
    }

    @Test
    void endsAtItsTime() {
        var name = AdminApi.unique("t");
        var token = newToken(name, "'scopes': ['accounts:read']");
        Staff.change("update api_token set expires_at = utc_timestamp(6) where name = ?", name);

        var answer = as(token, "GET", "/api/v1/domains", null);

        Problem.in(answer).status(401).saying(name + " ended at");
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void endsWhenItIsRevoked() {
        var name = AdminApi.unique("t");
        var token = newToken(name, "'scopes': ['accounts:read']");

        assertThat(api.delete("/api/v1/tokens/" + name).status()).isEqualTo(204);

        Problem.in(as(token, "GET", "/api/v1/domains", null)).status(401);
        Problem.in(api.delete("/api/v1/tokens/" + name)).status(404);
    }

    @Test
    void comesFromItsNetworksAlone() {
        var here = newToken("'scopes': ['accounts:read'], 'networks': ['127.0.0.0/8', 'fd00::/8']");
        var elsewhere = newToken("'scopes': ['accounts:read'], 'networks': ['100.64.0.0/10']");

        assertThat(as(here, "GET", "/api/v1/domains", null).status()).isEqualTo(200);
        Problem.in(as(elsewhere, "GET", "/api/v1/domains", null)).status(401).saying("may not be used from 127.0.0.1");
    }

    @Test
    void remembersWhenAndFromWhereItWasUsed() {
        var name = AdminApi.unique("t");
        var token = newToken(name, "'scopes': ['accounts:read']");
        assertThat(api.get("/api/v1/tokens/" + name).text("lastUsedAt")).isEmpty();

        as(token, "GET", "/api/v1/domains", null);
        var first = api.get("/api/v1/tokens/" + name);
        as(token, "GET", "/api/v1/domains", null);

        assertThat(first.text("lastUsedFrom")).isEqualTo("127.0.0.1");
        assertThat(api.get("/api/v1/tokens/" + name).text("lastUsedAt")).isEqualTo(first.text("lastUsedAt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'name': 'Großes T', 'scopes': ['accounts:read'] | name",
                "'scopes': ['accounts:read'] | name",
                "'name': 'x' | scopes",
                "'name': 'x', 'scopes': [] | scopes",
                "'name': 'x', 'scopes': ['everything'] | scopes",
                "'name': 'x', 'scopes': ['accounts:read'], 'role': 'god' | role",
                "'name': 'x', 'scopes': ['accounts:read'], 'role': 'domain_administrator' | domains",
                "'name': 'x', 'scopes': ['accounts:read'], 'domains': ['a.example'] | domains",
                "'name': 'x', 'scopes': ['accounts:read'], 'role': 'domain_administrator', 'domains': ['nowhere.example'] | domains",
                "'name': 'x', 'scopes': ['accounts:read'], 'networks': ['everywhere'] | networks",
                "'name': 'x', 'scopes': ['accounts:read'], 'expiresAt': '2020-01-01T00:00:00Z' | expiresAt",
                "'name': 'x', 'scopes': ['accounts:read'], 'expiresAt': '2999-01-01T00:00:00Z' | expiresAt"
            })
    void saysWhatIsWrongWithAWish(String body, String field) {
        Problem.in(api.post("/api/v1/tokens", "{%s}".formatted(body)))
                .status(422)
                .field(field);
    }

    @Test
    void makesNoTokenThatCanDoMoreThanItself() {
        var own = api.newDomain();
        var narrow = newToken("'scopes': ['platform:write'], 'networks': ['127.0.0.0/8']"
                + ", 'expiresAt': '%s'".formatted(Instant.now().plus(Duration.ofHours(1))));

        Problem.in(createWith(narrow, "'scopes': ['accounts:read']"))
                .status(422)
                .field("scopes");
        Problem.in(createWith(
                        narrow,
                        "'scopes': ['platform:read'], 'expiresAt': '%s'"
                                .formatted(Instant.now().plus(Duration.ofHours(2)))))
                .status(422)
                .field("expiresAt");
        Problem.in(createWith(narrow, "'scopes': ['platform:read'], 'networks': ['0.0.0.0/0']"))
                .status(422)
                .field("networks");
        var child = createWith(
                narrow,
                "'scopes': ['platform:read'], 'role': 'domain_administrator', 'domains': ['%s']".formatted(own));
        assertThat(child.status()).isEqualTo(201);
        assertThat(child.body().path("networks").get(0).asString()).isEqualTo("127.0.0.0/8");
        Problem.in(createWith(child.text("token"), "'scopes': ['platform:read']"))
                .status(403);
    }

    @Test
    void aNameIsTakenOnce() {
        var name = AdminApi.unique("t");
        newToken(name, "'scopes': ['accounts:read']");

        Problem.in(api.post("/api/v1/tokens", "{'name': '%s', 'scopes': ['accounts:read']}".formatted(name)))
                .status(409)
                .field("name");
    }

    @Test
    void theTokenOfTheSecretFileCannotBeRevokedHere() {
        Problem.in(api.delete("/api/v1/tokens/first")).status(422).saying("admin_token");
    }

    @Test
    void endsWithTheRightsOfItsOperator() {
        var domain = api.newDomain();
        var second = api.newDomain();
        var administrator = Staff.administratorOf(domain, second);
        var token = newTokenOf(administrator);
        assertThat(as(token, "GET", "/api/v1/domains/" + second, null).status()).isEqualTo(200);

        Staff.takeDomain(administrator, second);
        assertThat(as(token, "GET", "/api/v1/domains/" + domain, null).status()).isEqualTo(200);
        assertThat(as(token, "GET", "/api/v1/domains/" + second, null).status()).isEqualTo(404);

        Staff.disable(administrator);
        assertThat(as(token, "GET", "/api/v1/domains/" + domain, null).status()).isEqualTo(401);
        Staff.enable(administrator);
        assertThat(as(token, "GET", "/api/v1/domains/" + domain, null).status()).isEqualTo(200);

        Staff.giveRole(administrator, "auditor");
        assertThat(as(token, "GET", "/api/v1/domains/" + domain, null).status()).isEqualTo(401);
        Staff.giveRole(administrator, "domain_administrator");
        Staff.remove(administrator);
        assertThat(as(token, "GET", "/api/v1/domains/" + domain, null).status()).isEqualTo(401);
    }

    @Test
    void aDomainAdministratorSeesAndRevokesHisOwnAlone() {
        var domain = api.newDomain();
        var anna = Staff.administratorOf(domain);
        var bert = Staff.administratorOf(domain);
        newTokenOf(anna);
        var ofBert = AdminApi.unique("t");
        acting(bert, () -> createToken.apply(wish(ofBert)));

        acting(anna, () -> {
            assertThat(readTokens.list(new PageRequest(0, 50)).items())
                    .singleElement()
                    .extracting(ApiToken::operator, InstanceOfAssertFactories.optional(String.class))
                    .contains(anna);
            assertThat(readTokens.find(ofBert)).isEmpty();
            assertThat(revokeToken.apply(ofBert)).isInstanceOf(Outcome.Refused.class);
            return anna;
        });
        assertThat(api.get("/api/v1/tokens/" + ofBert).text("operator")).isEqualTo(bert);
    }

    @Test
    void isInTheAuditLogWithoutItself() {
        var name = AdminApi.unique("t");
        var token = newToken(name, "'scopes': ['accounts:read']");
        api.delete("/api/v1/tokens/" + name);

        var entries = api.get("/api/v1/audit?subject=" + name);

        assertThat(entries.body()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("action").asString()))
                .containsExactly("token.revoked", "token.created");
        assertThat(entries.content()).doesNotContain(token, token.substring(4, 34));
    }

    private String newToken(String wish) {
        return newToken(AdminApi.unique("t"), wish);
    }

    private String newToken(String name, String wish) {
        var answer = api.post("/api/v1/tokens", "{'name': '%s', %s}".formatted(name, wish));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("token");
    }

    private Answer createWith(String token, String wish) {
        return as(token, "POST", "/api/v1/tokens", "{'name': '%s', %s}".formatted(AdminApi.unique("t"), wish));
    }

    private String newTokenOf(String operator) {
        return acting(operator, () -> switch (createToken.apply(wish(AdminApi.unique("t")))) {
            case Outcome.Done<CreateToken.Created>(var created) ->
                created.secret().text();
            case Outcome.Refused<CreateToken.Created>(var refusal) -> throw new AssertionError(refusal);
        });
    }

    private static NewToken wish(String name) {
        return new NewToken(
                name, Optional.empty(), Optional.empty(), Set.of(Grant.ACCOUNTS_READ), Set.of(), Optional.empty());
    }

    private <T> T acting(String operator, Supplier<T> deed) {
        return Acting.as(Actor.operator(operator, rights.of(operator).orElseThrow(), Optional.empty()), deed);
    }

    private Answer as(String token, String method, String path, @Nullable String json) {
        return api.call(method, path, json, Api.bearer(token));
    }
}
