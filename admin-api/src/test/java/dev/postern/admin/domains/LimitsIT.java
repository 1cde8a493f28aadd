package dev.postern.admin.domains;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AdminApiTest
class LimitsIT {

    private static final long GIB = 1L << 30;

    @Autowired
    AdminApi api;

    private String domain = "";

    @BeforeEach
    void addDomain() {
        domain = api.newDomain();
    }

    @Test
    void fiftyAtOnceMakeNoMoreMailboxesThanTen() throws Exception {
        limit("{'mailboxes': 10}");

        var answers = fiftyTimes(number ->
                patiently(() -> api.post("/api/v1/mailboxes", "{'address': 'user%d@%s'}".formatted(number, domain))
                        .status()));

        assertThat(answers).isEqualTo(Map.of(201, 10L, 422, 40L));
        assertThat(read().path("mailboxes").asInt()).isEqualTo(10);
        assertThat(api.get("/api/v1/mailboxes?domain=" + domain)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void fiftyAtOnceMakeNoMoreAliasesThanTen() throws Exception {
        limit("{'aliases': 10}");

        var answers =
                fiftyTimes(number -> patiently(() -> newAlias("alias" + number).status()));

        assertThat(answers).isEqualTo(Map.of(201, 10L, 422, 40L));
        assertThat(read().path("aliases").asInt()).isEqualTo(10);
    }

    /** Asks again while the answer is that there is too much to do just now, as a client should. */
    private static int patiently(IntSupplier request) {
        var status = 503;
        while (status == 503) {
            status = request.getAsInt();
        }
        return status;
    }

    @Test
    void saysHowManyThereMayBeAndWhatToDo() {
        api.newMailbox("alice@" + domain);
        limit("{'mailboxes': 1, 'aliases': 0}");

        Problem.in(api.post("/api/v1/mailboxes", "{'address': 'bob@%s'}".formatted(domain)))
                .status(422)
                .field("address")
                .saying(domain, "may have 1 mailboxes and has 1", "ask an owner");
        Problem.in(newAlias("info")).status(422).field("address").saying("0 aliases");
    }

    @Test
    void mailboxesTogetherHoldNoMoreThanTheDomainMay() {
        limit("{'totalQuotaBytes': %d}".formatted(5 * GIB));
        api.newMailbox("alice@" + domain);
        api.newMailbox("bob@" + domain);

        Problem.in(api.post("/api/v1/mailboxes", "{'address': 'carol@%s'}".formatted(domain)))
                .status(422)
                .field("quotaBytes")
                .saying("5 GiB", GIB + " bytes of that are left");
        Problem.in(quota("alice", 4 * GIB)).status(422).field("quotaBytes");
        assertThat(quota("alice", 3 * GIB).status()).isEqualTo(200);
        assertThat(read().path("quotaBytes").asLong()).isEqualTo(5 * GIB);
    }

    @Test
    void oneMailboxHoldsNoMoreThanItMayAndLessIsNeverRefused() {
        api.newMailbox("alice@" + domain);
        limit("{'mailboxQuotaBytes': %d}".formatted(GIB));

        Problem.in(quota("alice", 3 * GIB)).status(422).field("quotaBytes").saying("1 GiB");
        assertThat(quota("alice", 3 * GIB / 2).status()).isEqualTo(200);
        assertThat(api.post("/api/v1/mailboxes", "{'address': 'bob@%s'}".formatted(domain))
                        .body()
                        .path("quotaBytes")
                        .asLong())
                .isEqualTo(GIB);
    }

    @Test
    void aNewMailboxGetsWhatIsUsualInItsDomain() {
        limit("{'usualQuotaBytes': %d}".formatted(3 * GIB));

        assertThat(api.post("/api/v1/mailboxes", "{'address': 'alice@%s'}".formatted(domain))
                        .body()
                        .path("quotaBytes")
                        .asLong())
                .isEqualTo(3 * GIB);
    }

    @ParameterizedTest
    @CsvSource({
        "{'mailboxes': -1}, mailboxes",
        "{'aliases': 1000001}, aliases",
        "{'totalQuotaBytes': 5}, totalQuotaBytes",
        "'{''mailboxQuotaBytes'': 2000000, ''usualQuotaBytes'': 3000000}', usualQuotaBytes"
    })
    void refusesLimitsThatCannotBe(String limits, String field) {
        Problem.in(api.put("/api/v1/domains/%s/limits".formatted(domain), limits))
                .status(422)
                .field(field);
    }

    @Test
    void setsAllLimitsAtOnceAndNoneWhereNothingIsSaid() {
        limit("{'mailboxes': 3}");
        limit("{'aliases': 4}");

        var limits = read().path("limits");
        assertThat(limits.path("aliases").asInt()).isEqualTo(4);
        assertThat(limits.path("mailboxes").isMissingNode()).isTrue();
    }

    private void limit(String json) {
        var answer = api.put("/api/v1/domains/%s/limits".formatted(domain), json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private Api.Answer newAlias(String localPart) {
        return api.post(
                "/api/v1/aliases",
                "{'address': '%s@%s', 'targets': ['x@elsewhere.example']}".formatted(localPart, domain));
    }

    private Api.Answer quota(String localPart, long bytes) {
        return api.patch("/api/v1/mailboxes/%s@%s".formatted(localPart, domain), "{'quotaBytes': %d}".formatted(bytes));
    }

    private JsonNode read() {
        return api.get("/api/v1/domains/" + domain).body();
    }

    private interface Attempt {
        int status(int number);

        /** Comes again while the service has too much to do. */
        default int patiently(int number) {
            var status = status(number);
            return status == 503 ? patiently(number) : status;
        }
    }

    private static Map<Integer, Long> fiftyTimes(Attempt attempt) throws InterruptedException, ExecutionException {
        var statuses = new ArrayList<Integer>();
        try (var clients = Executors.newFixedThreadPool(50)) {
            var attempts = IntStream.range(0, 50)
                    .mapToObj(number -> (Callable<Integer>) () -> attempt.patiently(number))
                    .toList();
            for (var answer : clients.invokeAll(attempts)) {
                statuses.add(answer.get());
            }
        }
        return statuses.stream().collect(groupingBy(status -> status, counting()));
    }
}
