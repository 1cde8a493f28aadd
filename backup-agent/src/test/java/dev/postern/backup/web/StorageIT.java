package dev.postern.backup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.backup.testing.RunningService;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StorageIT {

    private static final String STORAGE = "/api/v1/storage";

    @TempDir
    Path folder;

    private RunningService service;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectory(folder.resolve("backup"));
        service = RunningService.start(
                folder,
                Map.of("postern.backup.storage.backup", folder.resolve("backup").toString()));
        api = service.api();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void tellsHowMuchRoomThereIs() throws IOException {
        var storage = api.get(STORAGE);

        assertThat(storage.status()).isEqualTo(200);
        assertThat(Instant.parse(storage.text("measuredAt"))).isBeforeOrEqualTo(Instant.now());
        assertThat(storage.body().path("places").valueStream().map(place -> text(place, "place")))
                .containsExactly("mail", "database", "backup");
        var mail = place(storage, "mail");
        assertThat(text(mail, "path")).isEqualTo(folder.toString());
        assertThat(text(mail, "level")).isEqualTo("ok");
        assertThat(mail.path("problem").isNull()).isTrue();
        var bytes = mail.path("fileSystem").path("bytes");
        assertThat(bytes.path("total").asLong())
                .isEqualTo(Files.getFileStore(folder).getTotalSpace());
        assertThat(bytes.path("available").asLong()).isPositive();
        assertThat(bytes.path("usedPercent").asInt()).isBetween(0, 99);
    }

    @Test
    void tellsThatTheBackupLiesBesideTheMail() {
        assertThat(api.get(STORAGE).text("separation")).isEqualTo("same-file-system");
    }

    @Test
    void tellsWhichPlaceIsMissingUntilItIsBack() throws IOException {
        Files.delete(folder.resolve("backup"));

        await().untilAsserted(() -> {
            var storage = api.get(STORAGE);
            var backup = place(storage, "backup");
            assertThat(text(backup, "level")).isEqualTo("unknown");
            assertThat(text(backup, "problem")).contains("No such file or directory");
            assertThat(backup.path("fileSystem").isNull()).isTrue();
            assertThat(storage.text("separation")).isEqualTo("unknown");
            assertThat(text(place(storage, "mail"), "level")).isEqualTo("ok");
        });
        assertThat(api.management("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(api.management("/actuator/health/liveness").status()).isEqualTo(200);

        Files.createDirectory(folder.resolve("backup"));

        await().untilAsserted(() -> {
            assertThat(text(place(api.get(STORAGE), "backup"), "level")).isEqualTo("ok");
            assertThat(api.management("/actuator/health/readiness").status()).isEqualTo(200);
        });
    }

    @Test
    void measuresAgainAndAgain() {
        var first = api.get(STORAGE).text("measuredAt");

        await().untilAsserted(
                        () -> assertThat(api.get(STORAGE).text("measuredAt")).isGreaterThan(first));
    }

    @Test
    void hasTheSameFiguresForPrometheus() {
        assertThat(api.management("/actuator/prometheus").content())
                .containsPattern("postern_storage_total_bytes\\{[^}]*place=\"mail\"[^}]*} [1-9]")
                .containsPattern("postern_storage_level\\{[^}]*place=\"backup\"[^}]*} 0\\.0")
                .containsPattern("postern_storage_separation\\{[^}]*} 0\\.0")
                .contains(
                        "postern_storage_used_bytes{",
                        "postern_storage_available_bytes{",
                        "postern_storage_files_total_files{",
                        "postern_storage_files_used_files{",
                        "postern_storage_files_available_files{",
                        "postern_storage_measured_seconds{");
    }

    @Test
    void takesTheTokenOfTheSecretFile() {
        assertThat(api.call("GET", STORAGE, null, "bearer " + TestSecrets.TOKEN).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/storage", "POST, /api/v1/storage", "GET, /api/v1/nothing", "GET, /api/v2/storage"})
    void asksForAToken(String method, String path) {
        var answer = api.call(method, path, null, null);

        Problem.in(answer).status(401).saying("Authorization: Bearer", "admin_token");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Bearer", "Basic b3BlcmF0b3I6eA==", "x", TestSecrets.TOKEN})
    void refusesWhatIsNoTokenOfOurs(String authorization) {
        Problem.in(api.call("GET", STORAGE, null, authorization)).status(401);
    }

    @Test
    void refusesWhatTheApiDoesNotHave() {
        Problem.in(api.get("/api/v1/nothing")).status(404);
        Problem.in(api.call("DELETE", STORAGE, null, Api.bearer(TestSecrets.TOKEN)))
                .status(405);
        assertThat(api.call("GET", "/", null, Api.bearer(TestSecrets.TOKEN)).status())
                .isEqualTo(401);
    }

    private static JsonNode place(Api.Answer storage, String name) {
        return storage.body()
                .path("places")
                .valueStream()
                .filter(place -> text(place, "place").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
