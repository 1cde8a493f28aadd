package dev.postern.dkim.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at a key store with other eyes: it reads the files as they lie there and asks OpenSSL what is in them. */
public final class StoredKeys {

    /** What comes before the seed in an Ed25519 key of PKCS#8 (RFC 8410 §7). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final int SECONDS_FOR_OPENSSL = 30;

    private final Path store;

    public StoredKeys(Path store) {
        this.store = store;
    }

    public Path folderOf(String domain) {
        return store.resolve("domains").resolve(domain);
    }

    /** The record that follows from a stored private key. */
    public String recordOf(String domain, String selector) {
        var key = read(folderOf(domain).resolve(selector + ".key"));
        return selector.endsWith("-rsa") ? rsaRecord(key) : ed25519Record(key);
    }

    /** All that is secret in the store, as text, in the pieces that could turn up elsewhere. */
    public List<String> secrets() {
        try (var files = Files.walk(store)) {
            return files.filter(file -> file.toString().endsWith(".key"))
                    .flatMap(file -> read(file).lines())
                    .filter(line -> !line.startsWith("-----"))
                    .filter(line -> line.length() > 20)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every file's path below the store and its mode, such as {@code rw-r-----}. */
    public List<String> modes() {
        try (var files = Files.walk(store)) {
            return files.filter(file -> !file.equals(store))
                    .map(file -> mode(file) + " " + store.relativize(file))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String rsaRecord(String pem) {
        openssl(pem.getBytes(US_ASCII), "pkey", "-check", "-noout");
        var publicKey = openssl(pem.getBytes(US_ASCII), "pkey", "-pubout", "-outform", "DER");
        return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(publicKey);
    }

    private static String ed25519Record(String seed) {
        var key = Base64.getDecoder().decode(seed.strip());
        var pkcs8 = Arrays.copyOf(PKCS8, PKCS8.length + key.length);
        System.arraycopy(key, 0, pkcs8, PKCS8.length, key.length);
        var publicKey = openssl(pkcs8, "pkey", "-inform", "DER", "-pubout", "-outform", "DER");
        return "v=DKIM1; k=ed25519; p="
                + Base64.getEncoder()
                        .encodeToString(Arrays.copyOfRange(publicKey, publicKey.length - 32, publicKey.length));
    }

    private static byte[] openssl(byte[] input, String... arguments) {
        try {
            var process = new ProcessBuilder(Stream.concat(Stream.of("openssl"), Stream.of(arguments))
                            .toList())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var standardInput = process.getOutputStream()) {
                standardInput.write(input);
            }
            var output = process.getInputStream().readAllBytes();
            if (!process.waitFor(SECONDS_FOR_OPENSSL, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("openssl does not take the key");
            }
            return output;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
