package dev.postern.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What an implementation of DKIM that is not Rspamd's says of a message: Debian's dkimpy, in a container without network. */
final class DkimVerifier {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String IMAGE = "postern/dkim-verifier:test";
    private static final Path EXCHANGE = Command.CHECKOUT.resolve("infra/acceptance/target");

    DkimVerifier() {
        Command.run("docker", "build", "--quiet", "--tag", IMAGE, "infra/acceptance/src/test/dkim-verifier");
    }

    /**
     * Every DKIM signature of a message, the topmost first.
     *
     * @param records what DNS says: names of TXT records and their values
     */
    List<Signature> verify(byte[] message, Map<String, String> records) {
        try {
            // The container reads as another user.
            var folder = Files.createTempDirectory(
                    EXCHANGE,
                    "dkim",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.write(folder.resolve("message"), message);
            Files.writeString(folder.resolve("records.json"), JSON.writeValueAsString(records));
            var found =
                    Command.run("docker", "run", "--rm", "--network", "none", "--volume", folder + ":/mail:ro", IMAGE);
            return List.of(JSON.readValue(found, Signature[].class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param problem empty for a signature that is valid */
    record Signature(
            String problem,
            String domain,
            String selector,
            String algorithm,
            String canonicalization,
            List<String> headers) {}
}
