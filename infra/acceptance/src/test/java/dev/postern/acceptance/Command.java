package dev.postern.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command on the host, run from the top of the checkout. */
final class Command {

    static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    private Command() {}

    /** What it printed on standard output; anything but exit code 0 is a failure that shows all it printed. */
    static String run(String... command) {
        var result = attempt(command);
        if (result.exitCode() != 0) {
            throw new IllegalStateException("%s ended with %d:%n%s%n%s"
                    .formatted(String.join(" ", command), result.exitCode(), result.output(), result.errors()));
        }
        return result.output();
    }

    static Result attempt(String... command) {
        return attempt(Map.of(), command);
    }

    static Result attempt(Map<String, String> environment, String... command) {
        try {
            var builder = new ProcessBuilder(List.of(command)).directory(CHECKOUT.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var errors = new StringBuilder();
            var errorReader = Thread.startVirtualThread(() -> {
                try {
                    errors.append(text(process.getErrorStream().readAllBytes()));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
            var output = text(process.getInputStream().readAllBytes());
            errorReader.join();
            return new Result(process.waitFor(), output, errors.toString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    record Result(int exitCode, String output, String errors) {}
}
