package dev.postern.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.common.testing.TestSecrets;
import dev.postern.dkim.testing.RunningService;
import dev.postern.dkim.testing.StoredKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {

    @TempDir
    Path folder;

    @Test
    void keepsTheKeysFromOneStartToTheNext() {
        String before;
        try (var service = RunningService.start(folder)) {
            before = service.api()
                    .post("/api/v1/keys", "{'domain': 'example.com'}")
                    .content();
        }

        try (var service = RunningService.start(folder)) {
            assertThat(service.api().get("/api/v1/keys/example.com").content()).isEqualTo(before);
        }
    }

    @Test
    void mendsTheMapsThatACrashKeptFromBeingWritten() throws IOException {
        try (var service = RunningService.start(folder)) {
            service.api().post("/api/v1/keys", "{'domain': 'example.com', 'selector': 'jan'}");
        }
        Files.writeString(folder.resolve("rsa.map"), "");

        RunningService.start(folder).close();

        assertThat(folder.resolve("rsa.map")).hasContent("example.com jan-rsa");
    }

    @Test
    void saysWhatIsWrongWithTheStore() throws IOException {
        assertThatThrownBy(() -> RunningService.start(folder.resolve("missing")))
                .hasStackTraceContaining(folder.resolve("missing").toString())
                .hasStackTraceContaining("must be there and writable for user");

        RunningService.start(folder).close();
        var broken = Files.createDirectory(new StoredKeys(folder).folderOf("example.com"));
        Files.writeString(broken.resolve("pairs"), "half a li");
        assertThatThrownBy(() -> RunningService.start(folder)).hasStackTraceContaining("domains/example.com");
    }

    @Test
    void saysWhichSecretIsMissingOrOfNoUse() {
        assertThatThrownBy(() ->
                        RunningService.start(folder, Map.of("postern.dkim.api.token-file", "/nowhere/admin_token")))
                .hasStackTraceContaining("/nowhere/admin_token does not exist");
        assertThatThrownBy(() -> RunningService.start(
                        folder,
                        Map.of(
                                "postern.dkim.api.token-file",
                                TestSecrets.file("admin_token", " ").toString())))
                .hasStackTraceContaining("admin_token is empty");
        assertThatThrownBy(() -> RunningService.start(
                        folder, Map.of("postern.dkim.database.password-file", "/nowhere/db_dkim_password")))
                .hasStackTraceContaining("/nowhere/db_dkim_password does not exist");
    }
}
