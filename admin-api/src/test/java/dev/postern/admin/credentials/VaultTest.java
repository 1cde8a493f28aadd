package dev.postern.admin.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final byte[] SECRET = "the secret".getBytes(UTF_8);
    private static final String OLD = key(1);
    private static final String NEW = key(2);

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealedForThatPurposeAlone() throws Exception {
        var vault = vault(OLD);
        var box = vault.seal(SECRET, "totp operator:ann");

        assertThat(vault.open(box, "totp operator:ann")).isEqualTo(SECRET);
        assertThat(new String(box, UTF_8)).doesNotContain("the secret");
        assertThat(vault.seal(SECRET, "totp operator:ann")).isNotEqualTo(box);
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.open(box, "totp operator:bob"))
                .withMessageContaining("totp operator:bob");
    }

    @Test
    void noticesEveryChange() throws Exception {
        var vault = vault(OLD);
        var box = vault.seal(SECRET, "x");

        assertThat(IntStream.range(0, box.length)).allSatisfy(place -> {
            var changed = box.clone();
            changed[place] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> vault.open(changed, "x"));
        });
        assertThat(List.of(new byte[0], new byte[4], new byte[16]))
                .allSatisfy(tooShort -> assertThatIllegalStateException().isThrownBy(() -> vault.open(tooShort, "x")));
    }

    @Test
    void goesOnWithANewKeyAndReadsWhatTheOldOneSealed() throws Exception {
        var box = vault(OLD).seal(SECRET, "x");
        var renewed = vault(NEW + "\n" + OLD);

        assertThat(renewed.open(box, "x")).isEqualTo(SECRET);
        assertThat(vault(NEW).open(renewed.seal(SECRET, "x"), "x")).isEqualTo(SECRET);
        assertThatIllegalStateException()
                .isThrownBy(() -> vault(NEW).open(box, "x"))
                .withMessageContaining("credential_key");
    }

    @Test
    void saysWhichFileHasNoKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> vault("c2hvcnQ="))
                .withMessageContaining("credential_key")
                .withMessageContaining("openssl rand -base64 32");
        assertThatIllegalStateException().isThrownBy(() -> vault("not base64!"));
    }

    private KeyFileVault vault(String keys) throws Exception {
        return KeyFileVault.read(Files.writeString(folder.resolve("credential_key"), keys));
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
