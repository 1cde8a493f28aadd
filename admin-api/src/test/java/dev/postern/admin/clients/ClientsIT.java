package dev.postern.admin.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Browser;
import dev.postern.common.testing.Problem;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class ClientsIT {

    private static final String AUTOCONFIG = "/mail/config-v1.1.xml?emailaddress=";
    private static final String AUTODISCOVER = "/autodiscover/autodiscover.xml";

    @Autowired
    AdminApi api;

    private String domain = "";

    @BeforeEach
    void addDomain() {
        domain = api.newDomain();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mail/config-v1.1.xml", "/.well-known/autoconfig/mail/config-v1.1.xml"})
    void tellsThunderbirdTheSettings(String path) {
        var answer = get(path + "?emailaddress=alice@" + domain);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/xml;charset=UTF-8");
        assertThat(ReadXml.of(answer.body()).text("//emailProvider/domain")).isEqualTo(domain);
    }

    @Test
    void tellsNobodyWhichMailboxesThereAre() {
        api.newMailbox("alice@" + domain);

        assertThat(get(AUTOCONFIG + "alice@" + domain).body())
                .isEqualTo(get(AUTOCONFIG + "nobody@" + domain).body())
                .isEqualTo(get(AUTOCONFIG + "%22a%20%3Cb%3E%22@" + domain).body());
        assertThat(forComparison("alice", discover("alice"))).isEqualTo(forComparison("nobody", discover("nobody")));
        assertThat(get("/clients/nobody@%s.mobileconfig".formatted(domain)).statusCode())
                .isEqualTo(200);
        assertThat(get("/clients?address=nobody@" + domain).statusCode()).isEqualTo(200);
    }

    @Test
    void hasNothingForADomainOfOthersOrOneOutOfUse() {
        api.patch("/api/v1/domains/" + domain, "{'enabled': false}");

        for (var address : new String[] {"alice@elsewhere.example", "alice@" + domain}) {
            var answer = get(AUTOCONFIG + address);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(header(answer, "Content-Type")).startsWith("text/plain");
            assertThat(text(answer)).contains("is not a domain of this mail platform");
            assertThat(get("/clients/%s.mobileconfig".formatted(address)).statusCode())
                    .isEqualTo(404);
            assertThat(get("/clients?address=" + address).statusCode()).isEqualTo(404);
            assertThat(errorCode(post(AUTODISCOVER, AutodiscoverRequestTest.asking(address))))
                    .isEqualTo("500");
        }
    }

    @Test
    void saysWhatIsWrongWithTheQuestion() {
        assertThat(get(AUTOCONFIG + "alice").statusCode()).isEqualTo(400);
        assertThat(text(get(AUTOCONFIG + "alice"))).contains("needs an @");
        assertThat(get("/mail/config-v1.1.xml").statusCode()).isEqualTo(404);
        assertThat(text(get("/mail/config-v1.1.xml"))).contains("?emailaddress=");
        assertThat(get("/clients/alice.mobileconfig").statusCode()).isEqualTo(404);
        assertThat(get("/clients/nothing").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {AUTODISCOVER, "/Autodiscover/Autodiscover.xml", "/AutoDiscover/AutoDiscover.xml"})
    void tellsOutlookTheSettings(String path) {
        var answer = post(path, AutodiscoverRequestTest.asking("alice@" + domain));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/xml;charset=UTF-8");
        assertThat(ReadXml.of(answer.body()).texts("//LoginName")).containsOnly("alice@" + domain);
    }

    @Test
    void answersHostileQuestionsInTheFormOfTheSchema() {
        assertThat(errorCode(post(AUTODISCOVER, "no XML"))).isEqualTo("600");
        assertThat(errorCode(post(AUTODISCOVER, "<A>" + "x".repeat(1024 * 1024) + "</A>")))
                .isEqualTo("600");
        assertThat(errorCode(post(
                        AUTODISCOVER,
                        "<!DOCTYPE A SYSTEM 'file:///etc/hostname'><A><EMailAddress>a@b.c</EMailAddress></A>")))
                .isEqualTo("600");
    }

    @Test
    void handsOutAProfile() {
        var answer = get("/clients/Alice@%s.mobileconfig".formatted(domain));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/x-apple-aspen-config");
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"alice@%s.mobileconfig\"".formatted(domain));
        assertThat(ReadXml.of(answer.body()).plist("EmailAddress")).isEqualTo("alice@" + domain);
        assertThat(text(answer)).contains("Mail alice@" + domain).doesNotContain("??");
    }

    @Test
    void showsPeopleAllOfIt() {
        var page = get("/clients?address=alice@" + domain);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page))
                .contains("Settings for alice@" + domain, "993", "995", "465", "587", "SSL/TLS", "STARTTLS")
                .contains(
                        "<svg",
                        "viewBox=\"0 0 ",
                        "https://127.0.0.1:8444/clients/alice@%s.mobileconfig".formatted(domain))
                .contains("_imaps._tcp.%s. IN SRV 0 1 993 mail.postern.internal.".formatted(domain))
                .contains("autoconfig.%s. IN CNAME mail.postern.internal.".formatted(domain))
                .doesNotContain("??", "Sign out", "csrf", "style=");
    }

    @Test
    void asksForTheAddressFirst() {
        assertThat(get("/clients").statusCode()).isEqualTo(200);
        assertThat(text(get("/clients"))).contains("name=\"address\"").doesNotContain("??", "<svg");

        var malformed = get("/clients?address=%3Cscript%3Ealert(1)%3C/script%3E");

        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(text(malformed)).contains("No mailbox here").doesNotContain("??", "<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clients", "/clients?address=alice@", "/mail/config-v1.1.xml?emailaddress=alice@"})
    void remembersNobodyAndTellsBrowsersToBeCareful(String path) {
        var answer = get(path.endsWith("@") ? path + domain : path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'self'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
    }

    @Test
    void opensNothingElse() {
        var page = new Browser().get(api.page("/client"));

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(get(AUTODISCOVER).statusCode()).isEqualTo(405);
    }

    @Test
    void tellsTheSameThroughTheApi() {
        var answer = api.get("/api/v1/clients/" + domain);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("domain")).isEqualTo(domain);
        assertThat(answer.body().at("/servers/0/service").asString()).isEqualTo("imaps");
        assertThat(answer.body().at("/servers/3/encryption").asString()).isEqualTo("STARTTLS");
        assertThat(answer.body()
                        .path("records")
                        .valueStream()
                        .map(record -> record.path("name").asString()))
                .contains("_imaps._tcp.%s.".formatted(domain), "_submissions._tcp.%s.".formatted(domain));
        assertThat(answer.text("page")).isEqualTo("https://127.0.0.1:8444/clients");
    }

    @Test
    void wantsATokenForTheApi() {
        Problem.in(api.call("GET", "/api/v1/clients/" + domain, null, null)).status(401);
        Problem.in(api.get("/api/v1/clients/elsewhere.example")).status(404);
        Problem.in(api.get("/api/v1/clients/a%20b")).status(422).field("domain");
    }

    private HttpResponse<byte[]> get(String path) {
        return Stranger.get(api.page(path));
    }

    private HttpResponse<byte[]> post(String path, String xml) {
        return Stranger.post(api.page(path), xml.getBytes(UTF_8));
    }

    private String discover(String name) {
        return text(post(AUTODISCOVER, AutodiscoverRequestTest.asking("%s@%s".formatted(name, domain))));
    }

    private static String forComparison(String name, String answer) {
        return answer.replace(name, "somebody");
    }

    private static String errorCode(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return ReadXml.of(answer.body()).text("//ErrorCode");
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }
}
