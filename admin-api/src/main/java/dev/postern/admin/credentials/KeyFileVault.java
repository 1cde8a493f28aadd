package dev.postern.admin.credentials;

import dev.postern.common.service.SecretFile;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** The keys of a secret file. */
final class KeyFileVault implements Vault {

    private final Path file;
    private final List<VaultKey> keys;

    private KeyFileVault(Path file, List<VaultKey> keys) {
        this.file = file;
        this.keys = keys;
    }

    static KeyFileVault read(Path file) {
        try {
            var keys = SecretFile.read(file)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> new VaultKey(Base64.getDecoder().decode(line)))
                    .toList();
            return new KeyFileVault(file, keys);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(
                    "%s has a line that is no key: it needs 32 bytes in Base64, made for example by `openssl rand -base64 32`."
                            .formatted(file),
                    malformed);
        }
    }

    @Override
    public byte[] seal(byte[] secret, String purpose) {
        return keys.getFirst().seal(secret, purpose);
    }

    @Override
    public byte[] open(byte[] sealed, String purpose) {
        return keys.stream()
                .filter(key -> key.sealed(sealed))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "what is kept as '%s' was sealed with a key that is not in %s".formatted(purpose, file)))
                .open(sealed, purpose);
    }
}
