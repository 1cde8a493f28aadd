package dev.postern.admin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.admin.signins.Protocol;
import dev.postern.admin.testing.Activity;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.mail.DomainName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Of the whole platform there is one for all tests: what one of them does is looked for, what others do is passed over. */
@AdminApiTest
class StatisticsIT {

    private static final String API = "/api/v1/statistics";

    @Autowired
    AdminApi api;

    @Autowired
    SignInTally tally;

    @Autowired
    KeepStatistics keep;

    private final Instant now = Instant.now();

    @Test
    void countsSignInsByDayAndProtocol() {
        var domain = DomainName.parse(api.newDomain());
        var before = today(api.get(API).body());
        var pop3Before = protocol("pop3");

        tally.add(List.of(
                new CountedSignIn(Optional.of(domain), Protocol.POP3, Optional.of("100.64.0.7"), true, now),
                new CountedSignIn(Optional.of(domain), Protocol.POP3, Optional.of("100.64.0.7"), true, now),
                new CountedSignIn(Optional.of(domain), Protocol.POP3, Optional.empty(), false, now),
                new CountedSignIn(
                        Optional.of(DomainName.parse("nowhere.example")), Protocol.POP3, Optional.empty(), false, now),
                new CountedSignIn(Optional.empty(), Protocol.POP3, Optional.empty(), false, now)));

        var after = today(api.get(API).body());
        assertThat(after.path("successes").asLong(0) - before.path("successes").asLong(0))
                .isEqualTo(2);
        assertThat(after.path("failures").asLong(0) - before.path("failures").asLong(0))
                .isEqualTo(3);
        assertThat(protocol("pop3") - pop3Before).isEqualTo(2);
    }

    @Test
    void keepsDaysApartAndForgetsThoseOfAYearAgo() {
        var old = now.minus(401, ChronoUnit.DAYS);
        tally.add(List.of(
                new CountedSignIn(Optional.empty(), Protocol.IMAP, Optional.of("203.0.113.77"), false, old),
                new CountedSignIn(
                        Optional.empty(),
                        Protocol.IMAP,
                        Optional.of("203.0.113.77"),
                        false,
                        now.minus(3, ChronoUnit.DAYS))));

        keep.forgetOldOnes();

        assertThat(source("203.0.113.77")).isEqualTo(1);
    }

    @Test
    void tellsWhereFailuresCameFromAndKeepsOnlySoManyOfADay() {
        var worst = "203.0.113.%d".formatted(new Random().nextInt(78, 250));
        var before = source(worst);
        var failure = new CountedSignIn(Optional.empty(), Protocol.SUBMISSION, Optional.of(worst), false, now);
        tally.add(Collections.nCopies(100_000, failure));

        var yesterday = now.minus(1, ChronoUnit.DAYS);
        tally.add(IntStream.range(0, 2100)
                .mapToObj(guess -> new CountedSignIn(
                        Optional.empty(),
                        Protocol.IMAP,
                        Optional.of("198.51.%d.%d".formatted(guess / 250, guess % 250)),
                        false,
                        yesterday))
                .toList());

        assertThat(source(worst) - before).isEqualTo(100_000);
        assertThat(tally.sources(30, 100_000).stream()
                        .filter(source -> source.address().startsWith("198.51.")))
                .hasSizeLessThanOrEqualTo(2000);
    }

    @Test
    void notesHowMailGrowsAndWhichMailboxesAreLargest() {
        var domain = api.newDomain();
        api.newMailbox("alice@" + domain);
        Activity.holds("alice@" + domain, 9L << 40);

        keep.noteStorage();

        var body = api.get(API).body();
        var storage = body.path("storage").valueStream().toList().getLast();
        assertThat(storage.path("bytes").asLong()).isGreaterThanOrEqualTo(9L << 40);
        assertThat(storage.path("mailboxes").asLong()).isPositive();
        assertThat(body.path("largest")
                        .valueStream()
                        .map(one -> one.path("address").asString()))
                .contains("alice@" + domain);
    }

    @Test
    void countsCallsByToken() {
        api.get("/api/v1/mailboxes/nobody@nowhere.example");
        await().untilAsserted(() -> {
            keep.noteApiUse();
            var used = platform("tokens");
            assertThat(used).anySatisfy(token -> {
                assertThat(token.path("token").asString()).isEqualTo("first");
                assertThat(token.path("calls").asLong())
                        .isGreaterThan(token.path("refused").asLong());
                assertThat(token.path("refused").asLong()).isPositive();
            });
        });
    }

    @Test
    void tellsHowLongAnswersTake() {
        api.get(API);

        assertThat(platform("answers")).hasSize(3).anySatisfy(time -> {
            assertThat(time.path("kind").asString()).isEqualTo("api");
            assertThat(time.path("count").asLong()).isPositive();
            assertThat(time.path("p50").asLong())
                    .isLessThanOrEqualTo(time.path("p99").asLong());
        });
    }

    private List<JsonNode> platform(String what) {
        return api.get(API + "/platform").body().path(what).valueStream().toList();
    }

    private long source(String address) {
        return tally.sources(30, 100_000).stream()
                .filter(source -> source.address().equals(address))
                .mapToLong(FailureSource::failures)
                .sum();
    }

    private long protocol(String name) {
        return api.get(API)
                .body()
                .path("protocols")
                .valueStream()
                .filter(one -> one.path("protocol").asString().equals(name))
                .mapToLong(one -> one.path("successes").asLong(0))
                .sum();
    }

    private JsonNode today(JsonNode statistics) {
        var day = now.toString().substring(0, 10);
        return statistics
                .path("signIns")
                .valueStream()
                .filter(one -> one.path("day").asString().equals(day))
                .findFirst()
                .orElse(statistics.path("nothing"));
    }
}
