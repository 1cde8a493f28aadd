package dev.postern.admin.migration.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the rows of a table from a CSV file whose first line names the columns. */
final class CsvTable {

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_FIELD = 64 * 1024;
    private static final int LONGEST_RECORD = 256 * 1024;
    private static final int LONGEST_HEADER = 16 * 1024;

    private CsvTable() {}

    /**
     * Reads to the end.
     *
     * @param tableOf says by the names of the columns, in small letters, which table it is
     * @return false if it is none
     */
    static boolean read(ExportFile file, TableOf tableOf, RowSink rows) throws IOException, Unreadable {
        try (var text = file.text();
                var csv = CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .skipEmptyLines(true)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .build(
                                CsvRecordHandler.builder()
                                        .maxFields(MOST_COLUMNS)
                                        .maxFieldSize(LONGEST_FIELD)
                                        .maxRecordSize(LONGEST_RECORD)
                                        .build(),
                                text)) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                return true;
            }
            var columns = records.next().getFields().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            var table = tableOf.columns(columns);
            if (table.isEmpty()) {
                return false;
            }
            while (records.hasNext()) {
                rows.take(row(file, table.get(), columns, records.next()));
            }
            return true;
        } catch (CsvParseException malformed) {
            throw new Unreadable(0, firstLine(malformed));
        } catch (UncheckedIOException broken) {
            throw new IOException(broken.getCause());
        }
    }

    /** Which table has such columns. */
    @FunctionalInterface
    interface TableOf {

        Optional<String> columns(List<String> names);
    }

    private static TableRow row(ExportFile file, String table, List<String> columns, CsvRecord csv) throws Unreadable {
        if (csv.getFieldCount() != columns.size()) {
            throw new Unreadable(csv.getStartingLineNumber(), "%d ≠ %d".formatted(csv.getFieldCount(), columns.size()));
        }
        var values = new HashMap<String, String>();
        for (var column = 0; column < columns.size(); column++) {
            var value = csv.getField(column);
            if (!isNull(value)) {
                values.put(columns.get(column), value);
            }
        }
        return new TableRow(table, new Place(file.name(), csv.getStartingLineNumber()), values);
    }

    /** As phpMyAdmin and mysql write it. */
    private static boolean isNull(String value) {
        return value.equals("NULL") || value.equals("\\N");
    }

    /** The one that the first line has most of. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        var counts = new HashMap<Character, Integer>(Map.of(',', 0, ';', 0, '\t', 0));
        for (var read = 0; read < LONGEST_HEADER - 1; read++) {
            var character = text.read();
            if (character == -1 || character == '\n') {
                break;
            }
            counts.computeIfPresent((char) character, (_, count) -> count + 1);
        }
        text.reset();
        return Stream.of(',', ';', '\t')
                .max((one, other) -> Integer.compare(counts.getOrDefault(one, 0), counts.getOrDefault(other, 0)))
                .orElse(',');
    }

    /** The library's message names limits and lines, and nothing of the content. */
    private static String firstLine(CsvParseException malformed) {
        return String.valueOf(malformed.getMessage()).lines().findFirst().orElse("CSV");
    }
}
