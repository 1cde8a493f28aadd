package dev.postern.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.common.testing.MariaDb;
import dev.postern.ingest.support.RunningIngest;
import dev.postern.ingest.support.ScriptedSmtpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.containers.GenericContainer;

/** The judgement over real HTTP and a real database, whose views of admin-api's are played by tables of the same shape. */
class JudgeSubmissionIT {

    @TempDir
    static Path directory;

    private static ScriptedSmtpServer nextHop;
    private static RunningIngest service;
    private static GenericContainer<?> database;

    private final String domain = "d" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    private final String alice = "alice@" + domain;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = MariaDb.start();
        sql("CREATE TABLE way (address varchar(254), target varchar(254), outside boolean)");
        sql("CREATE TABLE domain (name varchar(254), detail_sign varchar(1))");
        sql("CREATE TABLE held (address varchar(254))");
        sql("CREATE TABLE identity (address varchar(254), login varchar(254))");
        for (var limit : List.of("mailbox_limit (login", "domain_limit (domain")) {
            sql("CREATE TABLE " + limit + " varchar(254), messages_per_hour int,"
                    + " messages_per_day int, recipients_per_hour int, recipients_per_day int)");
        }
        nextHop = new ScriptedSmtpServer();
        var settings = new HashMap<>(
                RunningIngest.databaseAt(database.getHost(), database.getMappedPort(MariaDb.PORT), directory));
        settings.put("postern.ingest.notices.operator", "operator@x.example");
        settings.put("postern.ingest.submission.mailbox.messages-per-hour", "3");
        settings.put("postern.ingest.submission.mailbox.recipients-per-day", "5");
        settings.put("postern.ingest.submission.domain.messages-per-hour", "4");
        service = RunningIngest.start(nextHop, directory, settings);
        await().until(() -> service.postJson(service.filter("/v1/submissions"), question("", 1, List.of()))
                        .status()
                == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
        nextHop.close();
        database.stop();
    }

    @BeforeEach
    void alices() throws SQLException {
        identity(alice, alice);
    }

    @Test
    void lets_a_mailbox_write_as_itself_and_with_a_detail() {
        assertThat(judge(alice, alice)).isEqualTo("send");
        assertThat(judge(alice, "Alice+news@" + domain)).isEqualTo("send");
    }

    @Test
    void lets_a_mailbox_write_as_its_alias_and_who_may_as_the_whole_domain() throws SQLException {
        identity("team@" + domain, alice);
        assertThat(judge(alice, "team@" + domain)).isEqualTo("send");
        assertThat(judge(alice, "anything@" + domain)).contains("may not write as");

        identity("@" + domain, alice);
        assertThat(judge(alice, "anything@" + domain)).isEqualTo("send");
    }

    @Test
    void lets_a_mailbox_write_with_a_detail_behind_a_hyphen_where_that_is_one() throws SQLException {
        held(alice);
        assertThat(judge(alice, "alice-news@" + domain)).contains("may not write as");

        sql("INSERT INTO domain VALUES ('%s', '-')".formatted(domain));
        assertThat(judge(alice, "Alice-news@" + domain)).isEqualTo("send");
        assertThat(judge(alice, "alice-news-today@" + domain)).isEqualTo("send");
        assertThat(judge(alice, "-alice@" + domain)).contains("may not write as");
    }

    @Test
    void takes_a_longer_name_that_is_held_for_nobodys_detail() throws SQLException {
        sql("INSERT INTO domain VALUES ('%s', '-')".formatted(domain));
        held(alice);
        held("alice-anne@" + domain);

        assertThat(judge(alice, "alice-anne@" + domain)).contains("may not write as");
        assertThat(judge(alice, "alice-anne-news@" + domain)).contains("may not write as");
        assertThat(judge(alice, "alice-bert@" + domain)).isEqualTo("send");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@other.example", "alice@other.example", "", "alice", "alice@", "@", "<>", "a b@c d"})
    void refuses_an_author_who_is_not_the_sender(String author) {
        assertThat(judge(alice, author)).startsWith("refuse");
    }

    @Test
    void refuses_a_second_author_who_is_not_the_sender() {
        assertThat(ask(alice, 1, List.of("r@x.example"), alice, "boss@other.example"))
                .contains("boss@other.example");
    }

    @Test
    void refuses_none_and_two_from_fields() {
        assertThat(ask(alice, 0, List.of("r@x.example"))).contains("exactly one From");
        assertThat(ask(alice, 2, List.of("r@x.example"), alice, alice)).contains("exactly one From");
    }

    @Test
    void puts_off_what_is_beyond_the_mailboxs_limit_and_leaves_others_alone() throws SQLException {
        var bob = "bob@" + domain;
        identity(bob, bob);
        for (int message = 0; message < 3; message++) {
            assertThat(judge(alice, alice)).isEqualTo("send");
        }

        assertThat(judge(alice, alice)).startsWith("later").contains(alice, "3 messages an hour");
        assertThat(judge(bob, bob)).isEqualTo("send");
        assertThat(judge(bob, bob)).startsWith("later").contains(domain, "4 messages an hour");
    }

    @Test
    void tells_the_operator_once_a_day_that_a_limit_was_reached() {
        for (int message = 0; message < 5; message++) {
            judge(alice, alice);
        }

        await().untilAsserted(() -> assertThat(alertsAbout(alice)).isEqualTo(1));
        judge(alice, alice);
        await().during(Duration.ofSeconds(7)).until(() -> alertsAbout(alice) == 1);
        assertThat(nextHop.commands()).contains("RCPT TO:<operator@x.example>");
        assertThat(service.get(service.management("/actuator/prometheus")).text())
                .contains("postern_ingest_alerts_total{kind=\"sending_limit\"");
    }

    private static long alertsAbout(String login) {
        return nextHop.messages().stream()
                .map(message -> new String(message, UTF_8))
                .filter(message -> message.contains(login + " has sent as much as it may (3 messages an hour)"))
                .count();
    }

    @Test
    void counts_recipients() {
        assertThat(ask(alice, 1, List.of("a@x.example", "b@x.example", "c@x.example"), alice))
                .isEqualTo("send");
        assertThat(ask(alice, 1, List.of("a@x.example", "b@x.example", "c@x.example"), alice))
                .startsWith("later")
                .contains("5 recipients a day");
        assertThat(ask(alice, 1, List.of("a@x.example", "b@x.example"), alice)).isEqualTo("send");
    }

    @Test
    void a_limit_of_its_own_comes_before_the_usual_one() throws SQLException {
        sql("INSERT INTO mailbox_limit (login, messages_per_hour) VALUES ('%s', 1)".formatted(alice));

        assertThat(judge(alice, alice)).isEqualTo("send");
        assertThat(judge(alice, alice)).contains("1 messages an hour");
    }

    @Test
    void knows_what_goes_on_to_somewhere_else() throws SQLException {
        way(alice, alice, false);
        way("away@" + domain, "carol@elsewhere.example", true);

        assertThat(goesOn("away@" + domain)).isTrue();
        assertThat(goesOn("Away+news@" + domain)).isTrue();
        assertThat(goesOn(alice)).isFalse();
        assertThat(goesOn("nobody@" + domain)).isFalse();
        assertThat(goesOn("no address")).isFalse();

        way("@" + domain, "carol@elsewhere.example", true);

        assertThat(goesOn("nobody@" + domain)).isTrue();
        assertThat(goesOn(alice)).isFalse();
    }

    @Test
    void follows_an_alias_through_the_mailboxes_that_pass_it_on() throws SQLException {
        var bob = "bob@" + domain;
        way("team@" + domain, alice, false);
        way(alice, alice, false);
        way(alice, bob, false);
        way(bob, bob, false);
        way(bob, alice, false);

        assertThat(goesOn("team@" + domain)).isFalse();

        way(bob, "carol@elsewhere.example", true);

        assertThat(goesOn("team@" + domain)).isTrue();
        assertThat(goesOn(alice)).isTrue();
    }

    private static void way(String address, String target, boolean outside) throws SQLException {
        sql("INSERT INTO way VALUES ('%s', '%s', %s)".formatted(address, target, outside));
    }

    private static boolean goesOn(String recipient) {
        var answer =
                service.postJson(service.filter("/v1/forwards"), "{\"recipients\": [\"%s\"]}".formatted(recipient));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("goesOn").asBoolean();
    }

    @Test
    void without_its_database_it_says_nothing() throws IOException {
        try (var lonely = RunningIngest.start(nextHop, directory, Map.of())) {
            var answer = lonely.postJson(
                    lonely.filter("/v1/submissions"), question(alice, 1, List.of("r@x.example"), alice));

            assertThat(answer.status()).isEqualTo(503);
        }
    }

    @Test
    void counts_what_became_of_them() {
        judge(alice, "bob@other.example");

        assertThat(service.get(service.management("/actuator/prometheus")).text())
                .contains("postern_ingest_submissions_total{outcome=\"foreign_author\"");
    }

    private String judge(String login, String author) {
        return ask(login, 1, List.of("r@x.example"), author);
    }

    private static String ask(String login, int fromFields, List<String> recipients, String... authors) {
        var answer =
                service.postJson(service.filter("/v1/submissions"), question(login, fromFields, recipients, authors));
        assertThat(answer.status()).isEqualTo(200);
        var action = answer.json().path("action").asString();
        return action.equals("send")
                ? action
                : action + " " + answer.json().path("text").asString();
    }

    private static String question(String login, int fromFields, List<String> recipients, String... authors) {
        return """
                {"queueId": "4jZ3", "login": "%s", "reversePath": "%s", "recipients": [%s], "fromFields": %d,
                 "authors": [%s], "messageId": "x@y", "size": 100}""".formatted(login, login, strings(recipients.stream()), fromFields, strings(Stream.of(authors)));
    }

    private static String strings(Stream<String> values) {
        return values.map(value -> "\"" + value + "\"").collect(Collectors.joining(","));
    }

    private static void identity(String address, String login) throws SQLException {
        sql("INSERT INTO identity VALUES ('%s', '%s')".formatted(address, login));
    }

    private static void held(String address) throws SQLException {
        sql("INSERT INTO held VALUES ('%s')".formatted(address));
    }

    /** As admin-api, which makes these views. */
    private static void sql(String statement) throws SQLException {
        var url =
                "jdbc:mariadb://%s:%d/sending_view".formatted(database.getHost(), database.getMappedPort(MariaDb.PORT));
        try (var connection = DriverManager.getConnection(url, "admin_schema", MariaDb.passwordOf("admin_schema"));
                var open = connection.createStatement()) {
            open.execute(statement);
        }
    }
}
