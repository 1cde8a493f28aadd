package dev.postern.backup.catalogue;

/** A manifest that is damaged, or written by a later version. */
public final class UnreadableManifest extends Exception {

    UnreadableManifest(String message) {
        super(message);
    }

    UnreadableManifest(String message, Throwable cause) {
        super(message, cause);
    }
}
