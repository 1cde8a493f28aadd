package dev.postern.admin.migration.mail;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.web.Field;
import dev.postern.admin.web.InvalidRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Many moves from a CSV file: its first line names the columns, which are the fields of one. */
final class MoveCsv {

    private static final Set<String> COLUMNS =
            Set.of("mailbox", "host", "port", "security", "user", "password", "certificate", "fingerprint");
    private static final int LONGEST_FIELD = 20_000;

    private MoveCsv() {}

    /**
     * Parses all lines.
     *
     * @throws InvalidRequest naming the line and the field
     */
    static List<NewMove> parse(String text) {
        return Field.of("file", text).required(MoveCsv::records).stream()
                .map(MoveCsv::move)
                .toList();
    }

    private record Line(long number, Map<String, String> values) {}

    private static List<Line> records(String text) {
        var lines = new ArrayList<Line>();
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(COLUMNS.size())
                                .maxFieldSize(LONGEST_FIELD)
                                .build(),
                        text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            List<String> columns = List.of();
            for (var one : csv) {
                if (columns.isEmpty()) {
                    columns = columns(one.getFields());
                } else if (one.getFieldCount() != columns.size()) {
                    throw new IllegalArgumentException("Line %d has %d fields and not %d, as the first one."
                            .formatted(one.getStartingLineNumber(), one.getFieldCount(), columns.size()));
                } else {
                    lines.add(new Line(one.getStartingLineNumber(), values(columns, one.getFields())));
                }
            }
        } catch (CsvParseException | IOException malformed) {
            throw new IllegalArgumentException("This is no CSV that can be read.", malformed);
        }
        return lines;
    }

    /** The one that the first line has more of. */
    private static String separator(String text) {
        var first = text.lines().findFirst().orElse("");
        return first.chars().filter(character -> character == ';').count()
                        > first.chars().filter(character -> character == ',').count()
                ? ";"
                : ",";
    }

    private static List<String> columns(List<String> names) {
        var columns = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        columns.stream().filter(name -> !COLUMNS.contains(name)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException(
                    "'%s' is no column; the first line names some of %s.".formatted(unknown, COLUMNS));
        });
        return columns;
    }

    private static Map<String, String> values(List<String> columns, List<String> fields) {
        var values = new HashMap<String, String>();
        for (var column = 0; column < columns.size(); column++) {
            if (!fields.get(column).isEmpty()) {
                values.put(columns.get(column), fields.get(column));
            }
        }
        return values;
    }

    private static NewMove move(Line line) {
        var values = line.values;
        try {
            return MoveFields.parse(new MailMoveResource.Creation(
                    values.get("mailbox"),
                    values.get("host"),
                    port(values.get("port")),
                    values.get("security"),
                    values.get("user"),
                    Optional.ofNullable(values.get("password"))
                            .map(Password::new)
                            .orElse(null),
                    values.get("certificate"),
                    values.get("fingerprint")));
        } catch (InvalidRequest invalid) {
            throw invalid.in("line %d".formatted(line.number));
        }
    }

    private static @Nullable Integer port(@Nullable String text) {
        return Field.of("port", text).optional(Integer::valueOf).orElse(null);
    }
}
