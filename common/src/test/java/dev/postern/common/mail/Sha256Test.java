package dev.postern.common.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class Sha256Test {

    @Example
    void digestsAsFips180Says() {
        assertThat(Sha256.of("abc".getBytes(US_ASCII)).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Property
    void isTheSameHoweverItWasMade(@ForAll byte[] content) {
        var digest = Sha256.newDigest();
        for (byte octet : content) {
            digest.update(octet);
        }

        var whole = Sha256.of(content);

        assertThat(Sha256.finish(digest)).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(Sha256.fromBytes(HexFormat.of().parseHex(whole.hex()))).isEqualTo(whole);
        assertThat(Sha256.fromBytes(Base64.getDecoder().decode(whole.base64()))).isEqualTo(whole);
    }

    @Property
    void differsWhenTheContentDiffers(@ForAll byte[] one, @ForAll byte[] other) {
        assertThat(Sha256.of(one).equals(Sha256.of(other))).isEqualTo(Arrays.equals(one, other));
    }

    @Example
    void cannotBeChangedFromOutside() {
        var digest = Sha256.of(new byte[0]);
        digest.bytes()[0]++;

        assertThat(digest).isEqualTo(Sha256.of(new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Sha256.fromBytes(new byte[31]));
    }
}
