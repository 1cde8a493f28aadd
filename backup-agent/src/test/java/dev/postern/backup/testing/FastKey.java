package dev.postern.backup.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a repository quick to open. Each call of restic takes half a second to make a key of the password, on purpose; the
 * tests have nobody to slow down. Follows restic's "Keys, Encryption and MAC".
 */
final class FastKey {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BLOCK = 16;
    private static final int KEY = 32;
    private static final int WEAK = 2;

    private FastKey() {}

    /** Replaces the one key of a repository by one of the same password. */
    static void replaceIn(Path repository, String password) throws IOException {
        var keys = repository.resolve("keys");
        try (var files = Files.list(keys)) {
            var file = files.findFirst().orElseThrow();
            var key = (ObjectNode) JSON.readTree(Files.readString(file));
            var sealed = Base64.getDecoder().decode(key.path("data").asString());
            var salt = Base64.getDecoder().decode(key.path("salt").asString());
            var iv = Arrays.copyOf(sealed, BLOCK);
            var content = Arrays.copyOfRange(sealed, BLOCK, sealed.length - BLOCK);
            var master = crypt(derive(password, salt, key.path("N").asInt(), key), iv, content);
            var weak = derive(password, salt, WEAK, key);
            var sealedAgain = crypt(weak, iv, master);
            key.put("N", WEAK);
            key.put("data", Base64.getEncoder().encodeToString(concat(iv, sealedAgain, mac(weak, iv, sealedAgain))));
            var json = JSON.writeValueAsBytes(key);
            Files.delete(file);
            Files.write(keys.resolve(Sha256.of(json).hex()), json);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] derive(String password, byte[] salt, int cost, ObjectNode key) {
        return SCrypt.generate(
                password.getBytes(UTF_8),
                salt,
                cost,
                key.path("r").asInt(),
                key.path("p").asInt(),
                2 * KEY);
    }

    private static byte[] crypt(byte[] key, byte[] iv, byte[] content) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, 0, KEY, "AES"), new IvParameterSpec(iv));
        return cipher.doFinal(content);
    }

    private static byte[] mac(byte[] key, byte[] iv, byte[] content) {
        var mac = new Poly1305(AESEngine.newInstance());
        var k = Arrays.copyOfRange(key, KEY, KEY + BLOCK);
        var r = Arrays.copyOfRange(key, KEY + BLOCK, KEY + 2 * BLOCK);
        mac.init(new ParametersWithIV(new KeyParameter(concat(r, k)), iv));
        mac.update(content, 0, content.length);
        var tag = new byte[BLOCK];
        mac.doFinal(tag, 0);
        return tag;
    }

    private static byte[] concat(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
