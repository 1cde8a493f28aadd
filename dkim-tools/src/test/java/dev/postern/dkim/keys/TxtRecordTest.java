package dev.postern.dkim.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.postern.common.mail.DomainName;
import org.junit.jupiter.api.Test;

class TxtRecordTest {

    private static final DomainName DOMAIN = DomainName.parse("example.com");

    @Test
    void standsBelowTheDomainUnderItsSelector() {
        assertThat(TxtRecord.nameOf(DOMAIN, new Selector("20260131-rsa")))
                .isEqualTo("20260131-rsa._domainkey.example.com");
    }

    @Test
    void anRsaKeyIsCutIntoStringsThatDnsCarries() {
        var record = TxtRecord.of(
                DOMAIN,
                new Selector("20260131-rsa"),
                Algorithm.RSA,
                Algorithm.RSA.generate().getPublic());

        assertThat(record.strings())
                .hasSize(2)
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(255));
        assertThat(String.join("", record.strings())).isEqualTo(record.value()).startsWith("v=DKIM1; k=rsa; p=MIIB");
    }

    @Test
    void aZoneFileHasTheStringsInQuotes() {
        var record = new TxtRecord("s._domainkey.example.com", "a".repeat(255) + "b");

        assertThat(record.zoneLine())
                .isEqualTo("s._domainkey.example.com. IN TXT ( \"%s\" \"b\" )".formatted("a".repeat(255)));
    }

    @Test
    void aNameThatDnsCannotHoldIsRefused() {
        var longest = "a".repeat(253);

        assertThat(new TxtRecord(longest, "").name()).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TxtRecord(longest + "a", ""))
                .withMessageContaining("254 characters, DNS allows 253");
    }
}
