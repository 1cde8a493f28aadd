package dev.postern.admin.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class ClientSettingsTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(JustTheSettings.class);

    @Test
    void standByThemselves() {
        context.run(started -> {
            var settings = started.getBean(ClientSettings.class);
            assertThat(settings.servers())
                    .extracting(server -> "%s:%d".formatted(server.host(), server.port()))
                    .containsExactly(
                            "mail.postern.internal:993",
                            "mail.postern.internal:995",
                            "mail.postern.internal:465",
                            "mail.postern.internal:587");
            assertThat(settings.signingCertificate()).isNull();
        });
    }

    @Test
    void areTakenAsComposePassesThem() {
        context.withPropertyValues(
                        "postern.admin.clients.host=Mail.Example.ORG",
                        "postern.admin.clients.imaps-port=1993",
                        "postern.admin.clients.public-url=https://10.8.0.1:8444",
                        "postern.admin.clients.signing-certificate=",
                        "postern.admin.clients.signing-key=")
                .run(started -> {
                    var settings = started.getBean(ClientSettings.class);
                    assertThat(settings.servers().getFirst().host()).hasToString("mail.example.org");
                    assertThat(settings.servers().getFirst().port()).isEqualTo(1993);
                    assertThat(settings.publicUrl()).hasToString("https://10.8.0.1:8444/");
                    assertThat(settings.signingCertificate()).isNull();
                    assertThat(settings.signingKey()).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "host, no name",
        "host, 10.8.0.1",
        "imaps-port, 0",
        "submission-port, 65536",
        "public-url, mail.example.org"
    })
    void endTheStartWhenTheyMakeNoSense(String property, String value) {
        context.withPropertyValues("postern.admin.clients.%s=%s".formatted(property, value))
                .run(started -> assertThat(started).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ClientSettings.class)
    @Import(DomainNameConverter.class)
    static class JustTheSettings {}
}
