package dev.postern.admin.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A CSV file whose first line names the columns, separated by commas or semicolons.
 *
 * @param lines those after the first
 * @param problems with the file as a whole, or with single lines of it
 */
record CsvText(List<CsvLine> lines, List<LineProblem> problems) {

    static final int MOST_LINES = 20_000;

    private static final int MOST_COLUMNS = 40;
    private static final int LONGEST_FIELD = 8 * 1024;
    private static final int LONGEST_RECORD = 32 * 1024;

    /**
     * Reads a file.
     *
     * @param known the columns that mean something
     * @param left columns that an export has, and that are not looked at
     */
    static CsvText read(String text, Set<String> known, Set<String> left) {
        var problems = new ArrayList<LineProblem>();
        var lines = new ArrayList<CsvLine>();
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(plain))
                .skipEmptyLines(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(LONGEST_RECORD)
                                .build(),
                        plain)) {
            var columns = new ArrayList<String>();
            for (var row : csv) {
                if (columns.isEmpty()) {
                    columns.addAll(columns(row, known, left, problems));
                    if (!problems.isEmpty()) {
                        break;
                    }
                } else if (lines.size() == MOST_LINES) {
                    problems.add(new LineProblem(
                            row.getStartingLineNumber(),
                            "",
                            "A file has at most %d lines; split it.".formatted(MOST_LINES)));
                    break;
                } else if (row.getFieldCount() != columns.size()) {
                    problems.add(new LineProblem(
                            row.getStartingLineNumber(),
                            "",
                            "This line has %d fields, and the first one %d."
                                    .formatted(row.getFieldCount(), columns.size())));
                } else {
                    lines.add(line(row, columns, problems));
                }
            }
            if (columns.isEmpty()) {
                problems.add(new LineProblem(1, "", "The file is empty; its first line names the columns."));
            }
        } catch (CsvParseException malformed) {
            problems.add(new LineProblem(
                    lines.size() + 2L, "", "This is no CSV from here on; look for a quote that does not end."));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return new CsvText(lines, problems);
    }

    private static List<String> columns(
            CsvRecord first, Set<String> known, Set<String> left, List<LineProblem> problems) {
        var byName = new HashMap<String, String>();
        known.forEach(name -> byName.put(name.toLowerCase(Locale.ROOT), name));
        left.forEach(name -> byName.put(name.toLowerCase(Locale.ROOT), name));
        var columns = new ArrayList<String>();
        for (var given : first.getFields()) {
            var name = given.strip();
            var column = byName.remove(name.toLowerCase(Locale.ROOT));
            if (column == null) {
                problems.add(new LineProblem(
                        first.getStartingLineNumber(),
                        name,
                        "'%s' is no column, or is there twice; there can be %s."
                                .formatted(
                                        name,
                                        String.join(
                                                ", ", known.stream().sorted().toList()))));
            } else {
                columns.add(column);
            }
        }
        return columns;
    }

    private static CsvLine line(CsvRecord row, List<String> columns, List<LineProblem> problems) {
        Map<String, String> values = new HashMap<>();
        for (var column = 0; column < columns.size(); column++) {
            values.put(columns.get(column), Formula.unguarded(row.getField(column)));
        }
        return new CsvLine(row.getStartingLineNumber(), values, problems);
    }

    /** The one that the first line has. */
    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }
}
