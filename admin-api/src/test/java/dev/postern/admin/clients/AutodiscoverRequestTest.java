package dev.postern.admin.clients;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.MailAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutodiscoverRequestTest {

    private static final String ASKED = """
            <?xml version="1.0" encoding="utf-8"?>
            <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">
              <Request>
                <EMailAddress>%s</EMailAddress>
                <AcceptableResponseSchema>%s</AcceptableResponseSchema>
              </Request>
            </Autodiscover>
            """;

    static String asking(String address) {
        return ASKED.formatted(address, AutodiscoverRequest.SCHEMA);
    }

    @Test
    void readsTheAddress() {
        assertThat(read(asking(" Alice@Example.org ")))
                .isEqualTo(new AutodiscoverRequest.Settings(MailAddress.parse("Alice@example.org")));
    }

    @Test
    void readsOtherEncodings() {
        assertThat(read(asking("alice@example.org").replace("utf-8", "utf-16").getBytes(UTF_16)))
                .isInstanceOf(AutodiscoverRequest.Settings.class);
    }

    @Test
    void readsWhatHasNoSchemaOrAnotherNamespace() {
        assertThat(read("<A xmlns='urn:x'><EMailAddress>alice@example.org</EMailAddress></A>"))
                .isInstanceOf(AutodiscoverRequest.Settings.class);
    }

    @Test
    void knowsARequestForMobileDevices() {
        var schema = "http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006";

        assertThat(read(ASKED.formatted("alice@example.org", schema))).isEqualTo(new AutodiscoverRequest.OtherSchema());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice@example.org",
                "{\"Protocol\": \"AutodiscoverV1\"}",
                "<Autodiscover>",
                "<Autodiscover/>",
                "<A><EMailAddress></EMailAddress></A>",
                "<A><EMailAddress>alice</EMailAddress></A>",
                "<A><EMailAddress>a@b.example&#10;RCPT TO</EMailAddress></A>",
                "<A><EMailAddress>&unknown;@b.example</EMailAddress></A>",
                "<?xml version='1.0' encoding='x-no-such'?><A/>",
                "<A xmlns:xi='http://www.w3.org/2001/XInclude'><EMailAddress>"
                        + "<xi:include href='file:///etc/hostname' parse='text'/></EMailAddress></A>"
            })
    void refusesWhatMakesNoSense(String body) {
        assertThat(read(body)).isInstanceOf(AutodiscoverRequest.Invalid.class);
    }

    @Test
    void doesNotReadAFileForAStranger(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "alice@example.org");

        assertThat(read("""
                        <!DOCTYPE A [<!ENTITY secret SYSTEM "%s">]>
                        <A><EMailAddress>&secret;</EMailAddress></A>""".formatted(secret.toUri()))).isInstanceOf(AutodiscoverRequest.Invalid.class);
    }

    @Test
    void laughsOnceAtABillionLaughs() {
        var doctype = new StringBuilder("<!DOCTYPE A [<!ENTITY l0 'ha'>");
        for (int level = 1; level < 10; level++) {
            doctype.append("<!ENTITY l%d '%s'>"
                    .formatted(level, "&l%d;".formatted(level - 1).repeat(10)));
        }

        assertThat(read(doctype + "]><A><EMailAddress>&l9;@example.org</EMailAddress></A>"))
                .isInstanceOf(AutodiscoverRequest.Invalid.class);
    }

    @Test
    void refusesEvenAHarmlessDocumentType() {
        assertThat(read("<!DOCTYPE A><A><EMailAddress>alice@example.org</EMailAddress></A>"))
                .isInstanceOf(AutodiscoverRequest.Invalid.class);
    }

    @Test
    void readsNoMoreThanItNeedsOfALongBody() throws IOException {
        var endless = new Endless();

        assertThat(AutodiscoverRequest.read(endless)).isInstanceOf(AutodiscoverRequest.Invalid.class);
        assertThat(endless.read).hasValueLessThan(64 * 1024);
    }

    @Test
    void survivesDeepNesting() {
        assertThat(read("<A>".repeat(2000) + "</A>".repeat(2000))).isInstanceOf(AutodiscoverRequest.Invalid.class);
    }

    @Property
    void answersWhateverComes(@ForAll byte[] body) {
        assertThat(read(body)).isNotNull();
    }

    @Property
    void answersWhateverStandsForTheAddress(@ForAll String text) {
        assertThat(read(asking(text))).isNotNull();
    }

    private static AutodiscoverRequest read(String body) {
        return read(body.getBytes(UTF_8));
    }

    private static AutodiscoverRequest read(byte[] body) {
        try {
            return AutodiscoverRequest.read(new ByteArrayInputStream(body));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final class Endless extends InputStream {

        private final AtomicLong read = new AtomicLong();

        @Override
        public int read() {
            read.incrementAndGet();
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            read.addAndGet(length);
            return length;
        }
    }
}
