package dev.postern.admin.bin;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.database.UnlessDatabaseIsAway;
import dev.postern.admin.mailstore.MailStore;
import dev.postern.admin.mailstore.StoreAnswer;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the mail store remove the mail of mailboxes that are gone, and tries again until it has. */
@Component
class EraseMail {

    private static final Logger log = LoggerFactory.getLogger(EraseMail.class);

    private final MailErasures erasures;
    private final MailStore store;
    private final InstantSource clock;
    private final BinSettings settings;

    EraseMail(MailErasures erasures, MailStore store, InstantSource clock, BinSettings settings) {
        this.erasures = erasures;
        this.store = store;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void eraseAllThatWait() {
        UnlessDatabaseIsAway.run(this::eraseUntilTheStoreIsAway);
    }

    private void eraseUntilTheStoreIsAway() {
        for (var mailbox : erasures.askedUntil(clock.instant().minus(settings.settle()))) {
            if (!erase(mailbox)) {
                return;
            }
        }
    }

    private boolean erase(HostedAddress mailbox) {
        return switch (store.erase(mailbox)) {
            case StoreAnswer.Told<MailStore.Erased> _ -> {
                log.info("The mail of {} is erased", mailbox);
                erasures.done(mailbox);
                yield true;
            }
            case StoreAnswer.NoSuchMailbox<MailStore.Erased> _ -> {
                erasures.done(mailbox);
                yield true;
            }
            case StoreAnswer.Away<MailStore.Erased>(var why) -> {
                log.warn("The mail of {} is still to be erased: {}", mailbox, why);
                yield false;
            }
        };
    }
}
