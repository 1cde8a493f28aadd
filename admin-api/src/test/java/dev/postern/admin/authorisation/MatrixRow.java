package dev.postern.admin.authorisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** A line of {@code authorisation-matrix.txt}, which explains itself. */
record MatrixRow(String method, String path, String audience, String scope, int status, String body) {

    static final String FILE = "authorisation-matrix.txt";

    private static final Pattern LINE =
            Pattern.compile("([A-Z]+) +(\\S+) *\\| *([a-z-]+) *\\| *([a-z:-]+) *\\| *(\\d{3}) *\\| ?(.*)");

    static List<MatrixRow> all() {
        try {
            return new ClassPathResource(FILE)
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(MatrixRow::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MatrixRow parse(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("This is no line of the matrix: " + line);
        }
        return new MatrixRow(
                Objects.requireNonNull(parts.group(1)),
                Objects.requireNonNull(parts.group(2)),
                Objects.requireNonNull(parts.group(3)),
                Objects.requireNonNull(parts.group(4)),
                Integer.parseInt(parts.group(5)),
                Objects.requireNonNull(parts.group(6)).strip());
    }

    boolean isPage() {
        return scope.equals("page");
    }

    /** Whether the owner of a mailbox reaches it with his session. */
    boolean isOwnersPage() {
        return isPage() && audience.equals("mailbox");
    }

    /** Whether it tells who somebody is: it keeps nothing of what it is told, and the line's answer is to a wrong password. */
    boolean isSignIn() {
        return status == 401;
    }

    boolean changesSomething() {
        return !method.equals("GET");
    }

    /** Whether a path of the OpenAPI document, such as {@code /api/v1/domains/{name}}, is this one. */
    boolean isFor(String described) {
        var pattern = PathPatternParser.defaultInstance.parse(described);
        return pattern.matches(
                PathContainer.parsePath(path.replaceFirst("\\?.*", "").replaceAll("[{}]", "")));
    }

    boolean isForSome() {
        return !audience.equals("everybody") && !audience.equals("browsers");
    }

    /** Whether it is about something in one domain. */
    boolean isAboutADomain() {
        return (path + body).matches(".*\\{(domain|mailbox|alias|app-password|binned)}.*");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
