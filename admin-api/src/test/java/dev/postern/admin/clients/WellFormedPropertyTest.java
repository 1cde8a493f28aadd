package dev.postern.admin.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.clients.AutodiscoverAnswer.ErrorCode;
import dev.postern.common.mail.DomainName;
import dev.postern.common.mail.LocalPart;
import dev.postern.common.mail.MailAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people are called, XML comes of it. */
class WellFormedPropertyTest {

    private static final DomainName DOMAIN = DomainName.parse("example.org");

    @Property
    void anyAddressOfADomain(@ForAll("addresses") MailAddress address) {
        var answer = ReadXml.of(
                AutodiscoverAnswer.settings(address, Servers.settings().servers()));

        assertThat(answer.texts("//LoginName")).hasSize(4);
    }

    @Property
    void anyMailbox(@ForAll("mailboxes") HostedAddress address) {
        var profile = ReadXml.of(AppleProfileTest.profileOf(address));

        assertThat(profile.plist("EmailAddress")).isEqualTo(address.toString());
    }

    @Property
    void anyText(@ForAll String text) {
        ReadXml.of(AutodiscoverAnswer.error(ErrorCode.INVALID_REQUEST, text, Instant.EPOCH));
    }

    @Provide
    Arbitrary<MailAddress> addresses() {
        return Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(16)
                .map(WellFormedPropertyTest.<LocalPart>ifAllowed(LocalPart::new))
                .filter(Optional::isPresent)
                .map(localPart -> new MailAddress(localPart.orElseThrow(), DOMAIN));
    }

    @Provide
    Arbitrary<HostedAddress> mailboxes() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("0123456789._-")
                .ofMinLength(1)
                .ofMaxLength(64)
                .map(WellFormedPropertyTest.<HostedAddress>ifAllowed(
                        localPart -> HostedAddress.parse(localPart + "@" + DOMAIN)))
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private static <T> Function<String, Optional<T>> ifAllowed(Function<String, T> parser) {
        return text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException notAllowed) {
                return Optional.empty();
            }
        };
    }
}
