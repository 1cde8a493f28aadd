package dev.postern.backup.storage;

/**
 * From where on a place is too full.
 *
 * @param warning in percent
 * @param alarm in percent
 */
public record Thresholds(int warning, int alarm) {

    public Thresholds {
        if (warning < 1 || alarm > 100 || warning >= alarm) {
            throw new IllegalArgumentException(
                    "the warning must come before the alarm, both between 1 and 100 percent");
        }
    }

    Level levelOf(Usage usage) {
        var percent = usage.percent();
        if (percent >= alarm) {
            return Level.ALARM;
        }
        return percent >= warning ? Level.WARNING : Level.OK;
    }
}
