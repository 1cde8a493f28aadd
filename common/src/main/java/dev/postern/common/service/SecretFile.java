package dev.postern.common.service;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads secrets, which come as files only: not from the environment, not from the command line. */
public final class SecretFile {

    private static final long MAX_BYTES = 64 * 1024;

    private SecretFile() {}

    /**
     * Reads one secret.
     *
     * @return the content without white space around it, never empty
     * @throws UnusableSecret naming the file and what to do about it
     */
    public static String read(Path file) {
        var content = readText(file).strip();
        if (content.isEmpty()) {
            throw new UnusableSecret(file, "is empty", "Write the secret into it.");
        }
        return content;
    }

    private static String readText(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new UnusableSecret(
                        file, "is a directory", "Remove it, make the secret a file and start the container anew.");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new UnusableSecret(file, "is larger than 64 KiB", "Check that this is the right file.");
            }
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new UnusableSecret(
                    file, "does not exist", "Make the file, or mount the secret into this container.", missing);
        } catch (CharacterCodingException binary) {
            throw new UnusableSecret(
                    file, "is not UTF-8 text", "Write the secret as text, for example in Base64.", binary);
        } catch (IOException unreadable) {
            throw new UnusableSecret(
                    file,
                    "cannot be read by user " + System.getProperty("user.name"),
                    "Let this user read it (chown, chmod).",
                    unreadable);
        }
    }
}
