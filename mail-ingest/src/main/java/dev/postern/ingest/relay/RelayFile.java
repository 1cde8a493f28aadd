package dev.postern.ingest.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.regex.Pattern;

/** One file of {@code key = value} lines (infra/postfix/README.md lists them all; some are for Postfix alone). */
final class RelayFile {

    private static final String SUFFIX = ".conf";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

    private final Path file;
    private final Properties values = new Properties();

    private RelayFile(Path file) throws IOException {
        this.file = file;
        try (var text = Files.newBufferedReader(file)) {
            values.load(text);
        }
    }

    static boolean isOne(Path file) {
        return file.getFileName().toString().endsWith(SUFFIX);
    }

    /** @throws IllegalArgumentException with what is wrong with it */
    static Relay read(Path file) throws IOException {
        return new RelayFile(file).relay();
    }

    private Relay relay() {
        var name = file.getFileName().toString();
        return new Relay(
                fitting("the name of the file", name.substring(0, name.length() - SUFFIX.length()), NAME),
                wanted("host", HOST),
                Integer.parseInt(wanted("port", PORT)),
                given("fallback").map(fallback -> fitting("fallback", fallback, NAME)),
                given("event-webhook-key"),
                new Allowance(
                        number("daily-allowance"),
                        number("monthly-allowance"),
                        !given("allowance-counts").equals(Optional.of("messages"))));
    }

    private OptionalLong number(String key) {
        return given(key).map(value -> Long.parseLong(fitting(key, value, NUMBER))).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private String wanted(String key, Pattern shape) {
        return fitting(key, given(key).orElse(""), shape);
    }

    private Optional<String> given(String key) {
        return Optional.ofNullable(values.getProperty(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private String fitting(String key, String value, Pattern shape) {
        if (!shape.matcher(value).matches()) {
            throw new IllegalArgumentException("%s: %s is \"%s\", which cannot be".formatted(file, key, value));
        }
        return value;
    }
}
