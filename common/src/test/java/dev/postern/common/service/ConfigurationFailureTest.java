package dev.postern.common.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

@ExtendWith(OutputCaptureExtension.class)
class ConfigurationFailureTest {

    @Test
    void namesTheMissingPropertyAndHowToSetIt(CapturedOutput log) {
        start("--sample.size-limit=5");

        assertThat(log)
                .contains("The property sample.keys-file is not set: must not be null")
                .contains("Set sample.keys-file in the configuration or SAMPLE_KEYSFILE in the environment.")
                .contains("What it is for: the file with the keys");
    }

    @Test
    void namesTheValueThatBreaksAConstraint(CapturedOutput log) {
        start("--sample.keys-file=/run/secrets/ingest_keys", "--sample.size-limit=99");

        assertThat(log)
                .contains("The property sample.size-limit is '99'")
                .contains("must be less than or equal to 10")
                .contains("SAMPLE_SIZELIMIT");
    }

    @Test
    void namesTheValueThatCannotBeRead(CapturedOutput log) {
        start("--sample.keys-file=/run/secrets/ingest_keys", "--sample.timeout=soon");

        assertThat(log)
                .contains("The property sample.timeout is 'soon'")
                .contains("from \\\"sample.timeout\\\" from property source \\\"commandLineArgs\\\"")
                .contains("SAMPLE_TIMEOUT");
    }

    @Test
    void passesOnWhatARecordRefuses(CapturedOutput log) {
        start("--sample.keys-file=/run/secrets/ingest_keys", "--sample.timeout=-5s");

        assertThat(log)
                .contains("The properties sample.* do not go together: the timeout must be positive")
                .contains("Change one of sample.* in the configuration, or of SAMPLE_* in the environment.");
    }

    private static void start(String... arguments) {
        var application = new SpringApplication(Settings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (var context = application.run(arguments)) {
            throw new AssertionError("started with a broken configuration: " + context);
        } catch (RuntimeException expected) {
            assertThat(expected).isNotNull();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Sample.class)
    static class Settings {}

    /**
     * What the sample needs.
     *
     * @param keysFile the file with the keys
     * @param sizeLimit how many fit
     * @param timeout how long to wait
     */
    @Validated
    @ConfigurationProperties("sample")
    record Sample(
            @NotNull Path keysFile,
            @Max(10) int sizeLimit,
            @Nullable Duration timeout) {

        Sample {
            if (timeout != null && timeout.isNegative()) {
                throw new IllegalArgumentException("the timeout must be positive");
            }
        }
    }
}
