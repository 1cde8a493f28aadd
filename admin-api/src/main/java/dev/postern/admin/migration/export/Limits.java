package dev.postern.admin.migration.export;

import dev.postern.admin.domains.DomainLimits;
import dev.postern.admin.migration.export.Remark.Code;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.text.Note;
import java.util.Optional;

/** What other mail servers say about their domains besides the name. */
final class Limits {

    private Limits() {}

    /** How many there may be, and how many bytes; negative where there is no limit. */
    record Numbers(long mailboxes, long aliases, long totalBytes, long mailboxBytes, long usualBytes) {}

    /** Numbers that contradict each other, or are beyond ours, are dropped and told of. */
    static DomainLimits of(Collected collected, Place place, String domain, Numbers numbers) {
        try {
            return new DomainLimits(
                    count(numbers.mailboxes),
                    count(numbers.aliases),
                    bytes(numbers.totalBytes),
                    bytes(numbers.mailboxBytes),
                    bytes(numbers.usualBytes));
        } catch (IllegalArgumentException contradiction) {
            collected.remark(place, domain, Code.LIMITS_DROPPED);
            return DomainLimits.NONE;
        }
    }

    private static Optional<Integer> count(long number) {
        return number < 0 ? Optional.empty() : Optional.of(Math.toIntExact(Math.min(number, Integer.MAX_VALUE)));
    }

    private static Optional<Quota> bytes(long number) {
        return number <= 0 ? Optional.empty() : Optional.of(new Quota(number));
    }

    /** A description that is too long or has what a note cannot have is shortened and told of. */
    static Note note(Collected collected, Place place, String domain, String description) {
        try {
            return new Note(description);
        } catch (IllegalArgumentException unfit) {
            collected.remark(place, domain, Code.NOTE_SHORTENED);
            var plain = description
                    .codePoints()
                    .filter(character -> Character.isLetterOrDigit(character) || (character >= ' ' && character < 127))
                    .limit(Note.MAX_LENGTH)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
            return new Note(plain.toString());
        }
    }
}
