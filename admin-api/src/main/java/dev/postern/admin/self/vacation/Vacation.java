package dev.postern.admin.self.vacation;

import dev.postern.admin.text.MailSubject;
import dev.postern.admin.text.MailText;
import java.time.Instant;

/**
 * What somebody gets to hear who writes while the owner is away.
 *
 * @param subject none: Dovecot makes one of the subject that it answers to
 * @param everyDays how many days pass until the same sender hears it again
 */
record Vacation(boolean enabled, MailSubject subject, MailText text, Absence absence, int everyDays) {

    static final int MOST_DAYS = 30;
    static final int USUAL_DAYS = 7;

    Vacation {
        if (everyDays < 1 || everyDays > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "A sender hears it again after 1 to %d days, not %d.".formatted(MOST_DAYS, everyDays));
        }
        if (enabled && text.isEmpty()) {
            throw new IllegalArgumentException("Say something: a reply without a text helps nobody.");
        }
    }

    static Vacation none(Absence absence) {
        return new Vacation(false, MailSubject.NONE, MailText.NONE, absence, USUAL_DAYS);
    }

    /** Whether mail is answered at this moment. */
    boolean isActive(Instant now) {
        return enabled
                && absence.begin().filter(now::isBefore).isEmpty()
                && absence.end().filter(end -> !now.isBefore(end)).isEmpty();
    }

    /** How it is now, for people. */
    State state(Instant now) {
        if (!enabled) {
            return State.OFF;
        }
        if (isActive(now)) {
            return State.ON;
        }
        return absence.begin().filter(now::isBefore).isPresent() ? State.COMING : State.OVER;
    }

    /** How it stands. */
    enum State {
        OFF,
        COMING,
        ON,
        OVER
    }
}
