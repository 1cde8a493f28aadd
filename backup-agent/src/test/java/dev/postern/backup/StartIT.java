package dev.postern.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.backup.testing.RunningService;
import dev.postern.common.testing.TestSecrets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartIT {

    @TempDir
    Path folder;

    @Test
    void startsAloneAndIsReady(CapturedOutput log) {
        try (var service = RunningService.start(folder)) {
            assertThat(service.api().management("/actuator/health/readiness").text("status"))
                    .isEqualTo("UP");
            assertThat(service.api().management("/actuator/health/liveness").text("status"))
                    .isEqualTo("UP");
            assertThat(service.api().management("/actuator/env").status()).isIn(401, 404);
        }
        assertThat(log.getAll())
                .contains(folder + ": OK")
                .doesNotContain(TestSecrets.TOKEN, TestSecrets.OPERATOR_PASSWORD);
    }

    @Test
    void startsWithoutItsPlacesAndSaysSo(CapturedOutput log) {
        try (var service = RunningService.start(folder.resolve("gone"))) {
            assertThat(service.api().management("/actuator/health/readiness").status())
                    .isEqualTo(503);
            assertThat(service.api().get("/api/v1/storage").text("separation")).isEqualTo("unknown");
        }
        assertThat(log.getAll()).contains("gone: cannot be measured");
    }

    @ParameterizedTest
    @CsvSource({
        "warn-at, 100, must be less than or equal to 99",
        "warn-at, 0, must be greater than or equal to 1",
        "alarm-at, 50, must be less than postern.backup.storage.alarm-at",
        "interval, 10ms, must be longer than or equal to 1 second",
        "patience, 1ms, patience is 'PT0.001S'",
        "interval, soon, is 'soon'"
    })
    void saysWhichSettingIsWrong(String name, String value, String reason, CapturedOutput log) {
        var property = "postern.backup.storage." + name;

        assertThatThrownBy(() -> RunningService.start(folder, Map.of(property, value)))
                .isNotNull();

        assertThat(log.getAll()).contains("APPLICATION FAILED TO START", reason);
    }

    @Test
    void saysWhichSecretIsMissingOrOfNoUse() {
        assertThatThrownBy(() ->
                        RunningService.start(folder, Map.of("postern.backup.api.token-file", "/nowhere/admin_token")))
                .hasStackTraceContaining("/nowhere/admin_token does not exist");
        assertThatThrownBy(() -> RunningService.start(
                        folder,
                        Map.of(
                                "postern.backup.operator.password-file",
                                TestSecrets.file("operator_password", "").toString())))
                .hasStackTraceContaining("operator_password is empty");
    }
}
