package dev.postern.admin.migration.export;

import dev.postern.admin.migration.export.Remark.Code;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the accounts of another mail server. What cannot be read is told of; it never fails for what is in the files. */
@Component
public class ReadExport {

    /** Many more than a server of this kind has, and few enough to be held in memory. */
    static final int MOST_ENTRIES = 100_000;

    private final JsonMapper json;

    ReadExport(JsonMapper json) {
        this.json = json;
    }

    /**
     * Reads all files of an export.
     *
     * @throws IOException if a file cannot be read at all
     */
    public AccountExport apply(ExportFormat format, List<ExportFile> files) throws IOException {
        var collected = new Collected();
        switch (format) {
            case POSTFIXADMIN_SQL -> {
                var rows = bounded(new PostfixAdmin(collected)::take);
                each(collected, files, file -> sql(file, rows));
            }
            case POSTFIXADMIN_CSV -> {
                var rows = bounded(new PostfixAdmin(collected)::take);
                each(collected, files, file -> csv(collected, file, rows));
            }
            case MAILCOW_SQL -> {
                var rows = bounded(new Mailcow(collected)::take);
                each(collected, files, file -> sql(file, rows));
            }
            case MAILCOW_JSON -> {
                var rows = bounded(new Mailcow(collected)::take);
                each(collected, files, file -> MailcowJson.read(json, file, rows));
            }
            case DOCKER_MAILSERVER -> dockerMailserver(collected, files);
        }
        return collected.whole();
    }

    private static void sql(ExportFile file, RowSink rows) throws IOException, Unreadable {
        try (var text = file.text()) {
            SqlDump.read(file.name(), text, PostfixAdmin.TABLES, rows);
        }
    }

    private static void csv(Collected collected, ExportFile file, RowSink rows) throws IOException, Unreadable {
        if (!CsvTable.read(file, PostfixAdmin::tableOf, rows)) {
            collected.remark(Place.whole(file.name()), file.name(), Code.FILE_UNKNOWN);
        }
    }

    private static void dockerMailserver(Collected collected, List<ExportFile> files) throws IOException {
        var server = new DockerMailserver(collected);
        var known = List.of(DockerMailserver.QUOTAS, DockerMailserver.ACCOUNTS, DockerMailserver.ALIASES);
        var inOrder = files.stream()
                .sorted(Comparator.comparingInt(file -> positionOf(known, file)))
                .toList();
        each(collected, inOrder, file -> {
            if (positionOf(known, file) == known.size()) {
                collected.remark(Place.whole(file.name()), file.name(), Code.FILE_UNKNOWN);
            } else {
                server.read(file);
            }
        });
    }

    private static int positionOf(List<String> known, ExportFile file) {
        return (int) known.stream().takeWhile(name -> !file.isNamed(name)).count();
    }

    /** One file that cannot be read does not keep the others from being looked at. */
    private static void each(Collected collected, List<ExportFile> files, Reading reading) throws IOException {
        for (var file : files) {
            try {
                reading.of(file);
            } catch (Unreadable unreadable) {
                collected.remark(
                        new Place(file.name(), unreadable.line()),
                        file.name(),
                        Code.FILE_UNREADABLE,
                        String.valueOf(unreadable.getMessage()));
            } catch (CharacterCodingException | CharConversionException notUtf8) {
                collected.remark(Place.whole(file.name()), file.name(), Code.FILE_UNREADABLE, "UTF-8");
            }
        }
    }

    private static RowSink bounded(RowSink rows) {
        var taken = new AtomicInteger();
        return row -> {
            if (taken.incrementAndGet() > MOST_ENTRIES) {
                throw new Unreadable(row.place().number(), "> " + MOST_ENTRIES);
            }
            rows.take(row);
        };
    }

    /** Reads one file. */
    @FunctionalInterface
    private interface Reading {

        void of(ExportFile file) throws IOException, Unreadable;
    }
}
