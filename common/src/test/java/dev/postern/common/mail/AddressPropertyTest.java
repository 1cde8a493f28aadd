package dev.postern.common.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AddressPropertyTest {

    @Property
    void anyTextIsAnAddressOrRefusedAsMalformed(@ForAll("garbage") String text) {
        var address = parsed(MailAddress::parse, text);

        assertThat(address.map(MailAddress::toString).map(MailAddress::parse)).isEqualTo(address);
        address.map(MailAddress::normalized)
                .ifPresent(normal -> assertThat(normal.normalized()).isEqualTo(normal));
    }

    @Property
    void anyTextIsADomainOrRefusedAsMalformed(@ForAll("garbage") String text) {
        var domain = parsed(DomainName::parse, text);

        assertThat(domain.map(DomainName::unicode).map(DomainName::parse)).isEqualTo(domain);
        domain.ifPresent(name -> assertThat(name.ascii()).matches("[a-z0-9_.-]{1,253}"));
    }

    @Property
    void anyXnLabelIsShownOnlyIfItIsFoundAgain(@ForAll("asciiLabels") String label) {
        var domain = parsed(DomainName::parse, "xn--" + label + ".example");

        assertThat(domain.map(DomainName::unicode).map(DomainName::parse)).isEqualTo(domain);
    }

    @Property
    void anyTextIsALocalPartOrRefusedAsMalformed(@ForAll("garbage") String text) {
        var localPart = parsed(LocalPart::parse, text);

        assertThat(localPart.map(LocalPart::toString).map(LocalPart::parse)).isEqualTo(localPart);
        localPart.ifPresent(part -> assertThat(part.value().getBytes(UTF_8)).hasSizeBetween(1, LocalPart.MAX_OCTETS));
    }

    @Property
    void whatIsQuotedIsRead(@ForAll("printable") String content) {
        var quoted = '"' + content.replace("\\", "\\\\").replace("\"", "\\\"") + '"';

        var address = MailAddress.parse(quoted + "@example.com");

        assertThat(address.localPart().value()).isEqualTo(content);
        assertThat(MailAddress.parse(address.toString())).isEqualTo(address);
        assertThat(address.toString().length()).isLessThanOrEqualTo((quoted + "@example.com").length());
    }

    @Property
    void aNullOrNamedReversePathIsReadBack(@ForAll("addresses") String text) {
        var path = ReversePath.parse(text);

        assertThat(ReversePath.parse(path.text())).isEqualTo(path);
    }

    @Property
    void anyInternationalLabelIsReadBackOrRefusedAsMalformed(@ForAll("letters") String label) {
        var domain = parsed(DomainName::parse, label + ".example");

        assertThat(domain.map(DomainName::unicode).map(DomainName::parse)).isEqualTo(domain);
        domain.ifPresent(name -> assertThat(name.unicode()).doesNotContain("xn--"));
    }

    @Provide
    Arbitrary<String> garbage() {
        var telling = Arbitraries.strings()
                .withChars("@.\"\\-_aZ9 <>[]\r\n\u0000ßıİΣ\u0301\u200d\u05d0xn\uD83D\uDE00例")
                .ofMaxLength(80);
        return Arbitraries.oneOf(telling, Arbitraries.strings().ofMaxLength(300), addresses());
    }

    @Provide
    Arbitrary<String> addresses() {
        var atom = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("!#$%&'*+-/=?^_`{|}~üñΣ例")
                .ofMinLength(1)
                .ofMaxLength(12);
        var label =
                Arbitraries.strings().alpha().withChars("üñα例").ofMinLength(1).ofMaxLength(12);
        var named = Combinators.combine(dotted(atom), dotted(label)).as((local, domain) -> local + "@" + domain);
        return Arbitraries.oneOf(named, Arbitraries.of("", "<>"));
    }

    @Provide
    Arbitrary<String> asciiLabels() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(59);
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(LocalPart.MAX_OCTETS);
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.integers()
                .between(0x80, Character.MAX_CODE_POINT)
                .filter(Character::isLetter)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(codePoints -> codePoints.stream().map(Character::toString).reduce("az", String::concat));
    }

    private static Arbitrary<String> dotted(Arbitrary<String> part) {
        return part.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join(".", parts));
    }

    private static <T> Optional<T> parsed(Function<String, T> parse, String text) {
        try {
            return Optional.of(parse.apply(text));
        } catch (MalformedAddress refusal) {
            assertThat(refusal.getMessage()).isNotBlank().doesNotContain("\r", "\n");
            return Optional.empty();
        }
    }
}
