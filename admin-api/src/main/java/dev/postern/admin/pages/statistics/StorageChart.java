package dev.postern.admin.pages.statistics;

import dev.postern.admin.statistics.StorageDay;
import dev.postern.common.mail.MessageSize;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * How mail and mailboxes grow.
 *
 * @param unit of {@link Row#amount}
 */
record StorageChart(String unit, List<Row> rows) {

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    static StorageChart of(List<StorageDay> days) {
        var most = days.stream().mapToLong(StorageDay::bytes).max().orElse(0);
        var step = most >= GIB ? GIB : MIB;
        return new StorageChart(
                step == GIB ? "GiB" : "MiB",
                days.stream().map(day -> Row.of(day, step)).toList());
    }

    /** @param amount for the line, and the size for people */
    record Row(LocalDate day, long mailboxes, String amount, String size) {

        private static Row of(StorageDay day, long step) {
            return new Row(
                    day.day(),
                    day.mailboxes(),
                    String.format(Locale.ROOT, "%.3f", (double) day.bytes() / step),
                    new MessageSize(day.bytes()).humanReadable());
        }
    }
}
