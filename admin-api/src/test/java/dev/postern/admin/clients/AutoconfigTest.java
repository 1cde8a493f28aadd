package dev.postern.admin.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.DomainName;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AutoconfigTest {

    @Test
    void namesEveryServerWithTheBestFirst() {
        var config = config("example.org");

        assertThat(config.text("/clientConfig/@version")).isEqualTo("1.1");
        assertThat(config.text("/clientConfig/emailProvider/@id")).isEqualTo("example.org");
        assertThat(config.text("//emailProvider/domain")).isEqualTo("example.org");
        assertThat(config.texts("//incomingServer/@type")).containsExactly("imap", "pop3");
        assertThat(config.texts("//incomingServer/port")).containsExactly("993", "995");
        assertThat(config.texts("//incomingServer/socketType")).containsExactly("SSL", "SSL");
        assertThat(config.texts("//outgoingServer/@type")).containsExactly("smtp", "smtp");
        assertThat(config.texts("//outgoingServer/port")).containsExactly("465", "587");
        assertThat(config.texts("//outgoingServer/socketType")).containsExactly("SSL", "STARTTLS");
        assertThat(config.texts("//hostname"))
                .containsOnly("mail.postern.example")
                .hasSize(4);
        assertThat(config.texts("//authentication"))
                .containsOnly("password-cleartext")
                .hasSize(4);
        assertThat(config.texts("//username")).containsOnly("%EMAILADDRESS%").hasSize(4);
        assertThat(config.text("//documentation/@url")).isEqualTo("https://mail.postern.example:8444/clients");
    }

    @Test
    void logsInWithTheFormThatAnInternationalDomainIsKeptIn() {
        var config = config("bücher.example");

        assertThat(config.text("//emailProvider/domain")).isEqualTo("xn--bcher-kva.example");
        assertThat(config.text("//emailProvider/displayName")).isEqualTo("bücher.example");
        assertThat(config.texts("//username")).containsOnly("%EMAILLOCALPART%@xn--bcher-kva.example");
    }

    private static ReadXml config(String domain) {
        return ReadXml.of(Autoconfig.of(
                DomainName.parse(domain),
                Servers.settings().servers(),
                URI.create("https://mail.postern.example:8444/clients")));
    }
}
