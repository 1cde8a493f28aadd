package dev.postern.backup.database;

import static dev.postern.backup.testing.LocalRepositories.WORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.backup.manifest.Entry;
import dev.postern.backup.testing.Tools;
import dev.postern.common.testing.MariaDb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

class DatabaseIT {

    private static GenericContainer<?> server;
    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        server = MariaDb.start();
        database = new Database(new DatabaseServer(
                "127.0.0.1",
                server.getMappedPort(MariaDb.PORT),
                "backup",
                Files.writeString(Tools.shared().resolve("db_backup_password"), MariaDb.passwordOf("backup")),
                Tools.program("mariadb"),
                Tools.program("mariadb-dump"),
                Tools.shared()));
        sql(server, """
                USE postern;
                CREATE TABLE postern.account (id INT PRIMARY KEY, balance INT NOT NULL, name VARCHAR(50), secret VARBINARY(20));
                CREATE TABLE roundcube.account (id INT PRIMARY KEY, balance INT NOT NULL);
                INSERT INTO postern.account SELECT seq, 100, CONCAT('日本', seq, '\\n`--'), UNHEX('00FF27') FROM seq_1_to_200;
                INSERT INTO roundcube.account SELECT seq, 100 FROM seq_1_to_200;
                CREATE SQL SECURITY DEFINER VIEW postfix_view.rich AS SELECT id FROM postern.account WHERE balance > 100;
                CREATE TRIGGER postern.keep BEFORE INSERT ON postern.account FOR EACH ROW SET NEW.balance = NEW.balance;
                CREATE PROCEDURE postern.nothing() SELECT 1;
                """);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void restoresToAFreshServer() throws Exception {
        var dump = new ByteArrayOutputStream();
        var entries = database.dump(database.schemas(WORK), dump, WORK);

        try (var fresh = MariaDb.start()) {
            fresh.copyFileToContainer(Transferable.of(dump.toByteArray()), "/tmp/dump.sql");
            sh(fresh, "mariadb < /tmp/dump.sql");

            for (var question : List.of(
                    "CHECKSUM TABLE postern.account, roundcube.account EXTENDED",
                    "SELECT HEX(GROUP_CONCAT(name, secret ORDER BY id)) FROM postern.account WHERE id < 5",
                    "SHOW CREATE VIEW postfix_view.rich",
                    "SHOW CREATE TRIGGER postern.keep",
                    "SHOW CREATE PROCEDURE postern.nothing")) {
                assertThat(withoutTimes(sql(fresh, question))).isEqualTo(withoutTimes(sql(server, question)));
            }
            assertThat(sql(fresh, "SHOW GRANTS FOR postfix")).isEqualTo(sql(server, "SHOW GRANTS FOR postfix"));
        }
        assertThat(entries).extracting(Entry::name).contains("audit", "postern", "postfix_view", "roundcube");
        assertThat(entries.stream()
                        .filter(entry -> entry.name().equals("postern"))
                        .findFirst()
                        .orElseThrow())
                .satisfies(entry -> assertThat(entry.count()).isEqualTo(1));
    }

    @Test
    void showsOneMomentThoughOthersWrite() throws Exception {
        var over = new AtomicBoolean();
        var started = new CountDownLatch(1);
        var writer = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                try {
                    sql(server, """
                            START TRANSACTION;
                            UPDATE postern.account SET balance = balance - 1;
                            UPDATE roundcube.account SET balance = balance + 1;
                            COMMIT;
                            """.repeat(30));
                    started.countDown();
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }
        });
        started.await();

        var dump = new ByteArrayOutputStream();
        database.dump(List.of("postern", "roundcube"), dump, WORK);
        over.set(true);
        writer.join();

        var lines = dump.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(sum(lines, "(?s)^\\((\\d+),(-?\\d+),.*") + sum(lines, "^\\((\\d+),(-?\\d+)\\)[,;]$"))
                .isEqualTo(200 * 200);
    }

    @Test
    void givesTheSameDumpTwiceIfNothingHasChanged() throws Exception {
        var one = database.dump(List.of("postern"), new ByteArrayOutputStream(), WORK);
        var two = database.dump(List.of("postern"), new ByteArrayOutputStream(), WORK);

        assertThat(one).isEqualTo(two);
    }

    @Test
    void readsEverySchemaAndNothingOfTheServersOwn() throws Exception {
        for (var schema : database.schemas(WORK)) {
            assertThat(database.mayRead(schema, WORK)).as(schema).isTrue();
        }
        assertThat(database.schemas(WORK)).contains("postern", "audit").doesNotContain("mysql");
        assertThat(database.mayRead("mysql", WORK)).isFalse();
        assertThat(database.version(WORK)).startsWith("11.8.");
    }

    @Test
    void seesASchemaThatItMayNotRead() throws Exception {
        sql(server, "CREATE DATABASE extra");
        try {
            assertThat(database.schemas(WORK)).contains("extra");
            assertThat(database.mayRead("extra", WORK)).isFalse();
        } finally {
            sql(server, "DROP DATABASE extra");
        }
    }

    @Test
    void changesNothing() {
        for (var forbidden : List.of(
                "INSERT INTO postern.account VALUES (1000, 0, '', '')",
                "DELETE FROM postern.account",
                "DROP TABLE postern.account",
                "SELECT authentication_string FROM mysql.user",
                "SELECT 1 INTO OUTFILE '/tmp/x'",
                "CALL postern.nothing()")) {
            var answer = Tools.run(
                    "mariadb",
                    "-h127.0.0.1",
                    "-P" + server.getMappedPort(MariaDb.PORT),
                    "-ubackup",
                    "-p" + MariaDb.passwordOf("backup"),
                    "-e",
                    forbidden);
            assertThat(answer).as(forbidden).contains("denied");
        }
    }

    @Test
    void saysThatNobodyAnswers() {
        var nowhere = new Database(new DatabaseServer(
                "127.0.0.1",
                1,
                "backup",
                Tools.shared().resolve("db_backup_password"),
                Tools.program("mariadb"),
                Tools.program("mariadb-dump"),
                Tools.shared()));

        assertThatThrownBy(() -> nowhere.schemas(WORK))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("MariaDB at 127.0.0.1:1")
                .hasMessageNotContaining(MariaDb.passwordOf("backup"));
    }

    private static int sum(List<String> lines, String row) {
        return lines.stream()
                .filter(line -> line.matches(row))
                .mapToInt(line -> Integer.parseInt(line.replaceAll(row, "$2")))
                .sum();
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d\\d", "");
    }

    private static String sql(GenericContainer<?> container, String statements)
            throws IOException, InterruptedException {
        var file = Path.of("/tmp/statements.sql");
        container.copyFileToContainer(Transferable.of(statements), file.toString());
        return sh(container, "mariadb --batch < " + file);
    }

    private static String sh(GenericContainer<?> container, String script) throws IOException, InterruptedException {
        var result = container.execInContainer("sh", "-c", script);
        assertThat(result.getExitCode()).as(result.getStderr()).isZero();
        return result.getStdout();
    }
}
