package dev.postern.admin.usage;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.database.UnlessDatabaseIsAway;
import dev.postern.admin.mailstore.MailStore;
import dev.postern.admin.mailstore.StoreAnswer;
import dev.postern.admin.mailstore.StoredMail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the mail store how full mailboxes are: some seconds after mail came or went, and each once a day. */
@Component
class CountMail {

    private static final Logger log = LoggerFactory.getLogger(CountMail.class);

    /** A few milliseconds each, so that counting takes a small part of a processor, however much comes in. */
    private static final int AT_ONCE = 200;

    /** A minute: 100,000 mailboxes in two thirds of a day. */
    private static final int OLD_ONES_AT_ONCE = 100;

    private final Usages usages;
    private final MailStore store;
    private final InstantSource clock;
    private boolean away;

    CountMail(Usages usages, MailStore store, InstantSource clock) {
        this.usages = usages;
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void countWhereMailChanged() {
        UnlessDatabaseIsAway.run(() -> count(usages.outdated(AT_ONCE)));
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void countAgainWhatIsOld() {
        UnlessDatabaseIsAway.run(() -> usages.outdateOldOnes(OLD_ONES_AT_ONCE));
    }

    /** Asks about one mailbox now. */
    void count(HostedAddress mailbox) {
        count(List.of(mailbox));
    }

    private void count(List<HostedAddress> mailboxes) {
        var asked = clock.instant();
        store.amounts(mailboxes).forEach((mailbox, answer) -> take(mailbox, answer, asked));
    }

    private void take(HostedAddress mailbox, StoreAnswer<StoredMail> answer, Instant asked) {
        switch (answer) {
            case StoreAnswer.Told<StoredMail>(var mail) -> {
                usages.set(mailbox, mail, asked);
                away = false;
            }
            case StoreAnswer.NoSuchMailbox<StoredMail>() -> usages.forget(mailbox);
            case StoreAnswer.Away<StoredMail>(var why) -> noteAway(why);
        }
    }

    private void noteAway(String why) {
        if (!away) {
            log.warn("Mail cannot be counted while the mail store is away: {}", why);
        }
        away = true;
    }
}
