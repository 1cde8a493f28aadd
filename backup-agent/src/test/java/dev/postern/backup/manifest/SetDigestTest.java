package dev.postern.backup.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.Sha256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SetDigestTest {

    @Property(tries = 200)
    void isTheSumOfTheDigests(@ForAll List<String> lines) {
        var digest = new SetDigest();
        lines.forEach(digest::add);

        var sum = lines.stream()
                .map(line -> new BigInteger(1, Sha256.of(line.getBytes(UTF_8)).bytes()))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .mod(BigInteger.TWO.pow(256));
        assertThat(new BigInteger(1, digest.value().bytes())).isEqualTo(sum);
    }

    @Property(tries = 100)
    void doesNotDependOnTheOrder(@ForAll List<String> lines) {
        var one = new SetDigest();
        var other = new SetDigest();
        var reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);

        lines.forEach(one::add);
        reversed.forEach(other::add);

        assertThat(one.value()).isEqualTo(other.value());
    }
}
