package dev.postern.backup.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.backup.manifest.MailPath;
import dev.postern.common.mail.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The messages in the mail store, by the part of their names that stays when flags change. Whatever vanishes while it is
 * being counted is not counted.
 */
final class MailCensus {

    private static final int DEPTH_OF_MAILDIR = 3;

    private final Path store;

    MailCensus(Path store) {
        this.store = store;
    }

    LongSet take() throws IOException {
        var messages = new LongSet();
        visit(path -> messages.add(key(path)));
        return messages;
    }

    /** Shows every message. */
    void visit(Consumer<MailPath> messages) throws IOException {
        walk(store, DEPTH_OF_MAILDIR, maildir -> {
            if (maildir.endsWith("Maildir")) {
                visitFolder(maildir, messages);
                each(maildir, folder -> {
                    if (String.valueOf(folder.getFileName()).startsWith(".") && isDirectory(folder)) {
                        visitFolder(folder, messages);
                    }
                });
            }
        });
    }

    static long key(MailPath message) {
        return ByteBuffer.wrap(Sha256.of(message.message().getBytes(UTF_8)).bytes())
                .getLong();
    }

    private void walk(Path directory, int depth, Visitor visitor) throws IOException {
        each(directory, child -> {
            if (isDirectory(child)) {
                if (depth == 1) {
                    visitor.visit(child);
                } else {
                    walk(child, depth - 1, visitor);
                }
            }
        });
    }

    private void visitFolder(Path folder, Consumer<MailPath> messages) throws IOException {
        for (var part : new String[] {"cur", "new"}) {
            each(folder.resolve(part), message -> messages.accept(new MailPath("/" + store.relativize(message))));
        }
    }

    private static void each(Path directory, Visitor visitor) throws IOException {
        try (var children = Files.newDirectoryStream(directory)) {
            for (var child : children) {
                visitor.visit(child);
            }
        } catch (NoSuchFileException | NotDirectoryException gone) {
            // Deleted meanwhile.
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private interface Visitor {
        void visit(Path path) throws IOException;
    }
}
