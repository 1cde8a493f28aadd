package dev.postern.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Api.Answer;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestSecrets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody overwrites what somebody else changed meanwhile. */
@AdminApiTest
class IfMatchIT {

    @Autowired
    AdminApi api;

    private String mailbox = "";

    @BeforeEach
    void makeMailbox() {
        var domain = api.newDomain();
        api.newMailbox("alice@" + domain);
        mailbox = "/api/v1/mailboxes/alice@" + domain;
    }

    @Test
    void ofTwoWhoChangeTheSameTheSecondSeesTheDifference() {
        var seen = api.get(mailbox).header("ETag");
        var first = patch(mailbox, "{'quotaBytes': 4194304}", seen);

        var second = patch(mailbox, "{'quotaBytes': 8388608}", seen);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isNotEqualTo(seen);
        Problem.in(second).status(412).field("If-Match");
        assertThat(second.text("type")).isEqualTo("/api/v1/problems/stale");
        assertThat(second.body().path("present")).isEqualTo(first.body());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(api.get(mailbox).body().path("quotaBytes").asLong()).isEqualTo(4194304);
        assertThat(patch(mailbox, "{'quotaBytes': 8388608}", second.header("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofManyWhoChangeTheSameAtOnceOneSucceeds() throws Exception {
        var seen = api.get(mailbox).header("ETag");

        try (var clients = Executors.newFixedThreadPool(8)) {
            var answers = clients.invokeAll(IntStream.range(0, 16)
                    .<Callable<Answer>>mapToObj(
                            number -> () -> patch(mailbox, "{'quotaBytes': %d}".formatted(4194304 + number), seen))
                    .toList());
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        }
    }

    @Test
    void holdsForDomainsAliasesAndDeletionsToo() {
        var domain = api.newDomain();
        api.post("/api/v1/aliases", "{'address': 'info@%s', 'targets': ['x@elsewhere.example']}".formatted(domain));
        for (var path : new String[] {"/api/v1/aliases/info@" + domain, "/api/v1/domains/" + domain}) {
            var seen = api.get(path).header("ETag");
            assertThat(patch(path, "{'enabled': false}", seen).status()).isEqualTo(200);
            Problem.in(patch(path, "{'enabled': true}", seen)).status(412);
            Problem.in(call("DELETE", path, null, seen)).status(412);
            assertThat(call("DELETE", path, null, api.get(path).header("ETag")).status())
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " * "})
    void takesAnyVersionIfAskedTo(String any) {
        assertThat(patch(mailbox, "{'enabled': false}", any).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "\"\"", "\"abc\"", "\"99999999999999999999999\"", "\"-1\""})
    void matchesNothingElse(String tag) {
        Problem.in(patch(mailbox, "{'enabled': false}", tag)).status(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "\"1\", \"2\"", "x", "W/1"})
    void saysWhatATagLooksLike(String tag) {
        Problem.in(patch(mailbox, "{'enabled': false}", tag))
                .status(422)
                .field("If-Match")
                .saying("double quotes");
    }

    private Answer patch(String path, String json, String seen) {
        return call("PATCH", path, json, seen);
    }

    private Answer call(String method, String path, @Nullable String json, String seen) {
        return api.send(method, path, json, Map.of("Authorization", Api.bearer(TestSecrets.TOKEN), "If-Match", seen));
    }
}
