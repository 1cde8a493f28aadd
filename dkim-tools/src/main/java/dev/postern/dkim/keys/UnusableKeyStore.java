package dev.postern.dkim.keys;

import java.nio.file.Path;

/** The files of the key store cannot be read or written, or make no sense. */
public final class UnusableKeyStore extends RuntimeException {

    UnusableKeyStore(Path where, String problem, Throwable cause) {
        super("%s: %s".formatted(where, problem), cause);
    }
}
