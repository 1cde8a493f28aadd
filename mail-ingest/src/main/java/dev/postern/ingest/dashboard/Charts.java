package dev.postern.ingest.dashboard;

import dev.postern.common.mail.MessageSize;
import dev.postern.ingest.delivery.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures as the page shows them.
 *
 * @param byteUnit that {@link Row#bytes} are in
 */
record Charts(List<Row> rows, String byteUnit, Sum sum, List<KindRow> kinds) {

    private static final Charts NONE = new Charts(List.of(), "", Sum.of(Tally.NONE), List.of());

    static Charts of(Overview overview) {
        var figures = overview.figures();
        return figures == null ? NONE : of(figures);
    }

    private static Charts of(Figures figures) {
        var unit = Unit.fitting(figures);
        return new Charts(
                figures.points().stream().map(point -> Row.of(point, unit)).toList(),
                unit.name,
                Sum.of(figures.total()),
                KindRow.listOf(figures.total()));
    }

    /** One step. Nothing of it is there while it is not counted, and no percentile where nothing came. */
    record Row(
            Instant start,
            @Nullable Long accepted,
            @Nullable Long refused,
            @Nullable Long deferred,
            @Nullable String bytes,
            @Nullable Integer p50,
            @Nullable Integer p95,
            @Nullable Integer p99) {

        private static Row of(Figures.Point point, Unit unit) {
            var tally = point.tally();
            return tally == null
                    ? new Row(point.start(), null, null, null, null, null, null, null)
                    : new Row(
                            point.start(),
                            tally.count(Outcome.ACCEPTED),
                            tally.count(Outcome.REFUSED),
                            tally.count(Outcome.DEFERRED),
                            unit.of(tally.bytes()),
                            percentile(tally, 50),
                            percentile(tally, 95),
                            percentile(tally, 99));
        }
    }

    /** All of it. */
    record Sum(
            long all,
            long accepted,
            long refused,
            long deferred,
            long duplicates,
            String bytes,
            @Nullable Integer p50,
            @Nullable Integer p95,
            @Nullable Integer p99) {

        private static Sum of(Tally tally) {
            return new Sum(
                    tally.all(),
                    tally.count(Outcome.ACCEPTED),
                    tally.count(Outcome.REFUSED),
                    tally.count(Outcome.DEFERRED),
                    tally.countOfReason(Reason.DUPLICATE.tag()),
                    new MessageSize(tally.bytes()).humanReadable(),
                    percentile(tally, 50),
                    percentile(tally, 95),
                    percentile(tally, 99));
        }
    }

    /** How many messages of one kind came, the most frequent kind first. */
    record KindRow(Kind kind, long count) {

        private static List<KindRow> listOf(Tally tally) {
            return tally.messages().entrySet().stream()
                    .map(entry -> new KindRow(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingLong(KindRow::count)
                            .reversed()
                            .thenComparing(row -> row.kind().reason()))
                    .toList();
        }
    }

    private static @Nullable Integer percentile(Tally tally, int percent) {
        var millis = tally.latencies().percentile(percent);
        return millis.isPresent() ? millis.getAsInt() : null;
    }

    private enum Unit {
        KIB("KiB", 1L << 10),
        MIB("MiB", 1L << 20),
        GIB("GiB", 1L << 30);

        private final String name;
        private final long bytes;

        Unit(String name, long bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        private static Unit fitting(Figures figures) {
            long most = figures.points().stream()
                    .flatMap(point -> Stream.ofNullable(point.tally()))
                    .mapToLong(Tally::bytes)
                    .max()
                    .orElse(0);
            return most >= GIB.bytes ? GIB : most >= MIB.bytes ? MIB : KIB;
        }

        private String of(long number) {
            return String.format(Locale.ROOT, "%.2f", (double) number / bytes);
        }
    }
}
