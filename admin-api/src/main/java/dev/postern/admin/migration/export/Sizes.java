package dev.postern.admin.migration.export;

import dev.postern.admin.migration.export.Remark.Code;
import dev.postern.admin.quota.Quota;
import java.util.Optional;
import java.util.regex.Pattern;

/** Quotas as other mail servers write them. Nothing and 0 mean that there is no limit. */
final class Sizes {

    private static final Pattern WITH_UNIT = Pattern.compile("([0-9]{1,15})\\s*([bBkKmMgGtT]?)(?:i?[bB])?");
    private static final int KIBI = 10;

    private Sizes() {}

    /** A quota that is not one of ours is made one, and told of. */
    static Optional<Quota> quota(Collected collected, Place place, String subject, long bytes) {
        if (bytes <= 0) {
            return Optional.empty();
        }
        var fitting = Math.clamp(bytes, Quota.MIN_BYTES, Quota.MAX_BYTES);
        var quota = new Quota(fitting);
        if (fitting != bytes) {
            collected.remark(place, subject, Code.QUOTA_CHANGED, quota.toString());
        }
        return Optional.of(quota);
    }

    /**
     * Parses {@code 5G} and the like, in powers of 1024.
     *
     * @return empty for what is no size
     */
    static Optional<Long> bytes(String text) {
        var match = WITH_UNIT.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var power = "bkmgt"
                .indexOf(
                        match.group(2).isEmpty()
                                ? 'b'
                                : Character.toLowerCase(match.group(2).charAt(0)));
        var number = Long.parseLong(match.group(1));
        return number > (Long.MAX_VALUE >> (power * KIBI)) ? Optional.empty() : Optional.of(number << (power * KIBI));
    }
}
