package dev.postern.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Certificates of servers outside the platform, from the platform's own authority. */
final class Certificates {

    private Certificates() {}

    /** Writes {@code key.pem} and {@code certificate.pem}. */
    static void make(Path folder, Path authority, String host) {
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Command.run("sh", "-c", """
                cd %s
                openssl ecparam -name prime256v1 -genkey -noout -out key.pem
                openssl req -new -key key.pem -subj /CN=%s -out request.pem
                printf 'subjectAltName=DNS:%s\\nextendedKeyUsage=serverAuth\\n' >names
                openssl x509 -req -in request.pem -CA %s/ca.crt -CAkey %s/ca.key -days 30 -extfile names -out certificate.pem
                """.formatted(folder, host, host, authority, authority));
    }
}
