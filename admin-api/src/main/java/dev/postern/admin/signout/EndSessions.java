package dev.postern.admin.signout;

import dev.postern.admin.database.UnlessDatabaseIsAway;
import dev.postern.admin.mailstore.MailStore;
import dev.postern.admin.mailstore.StoreAnswer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the mail store end the sessions that are to end, and tries again for as long as it is away. */
@Component
class EndSessions {

    private static final Logger log = LoggerFactory.getLogger(EndSessions.class);

    private final SignOutTable table;
    private final MailStore store;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private boolean away;

    EndSessions(SignOutTable table, MailStore store) {
        this.table = table;
        this.store = store;
    }

    /** Without waiting for it. */
    void soon() {
        Thread.startVirtualThread(this::endAllThatAreDue);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void endAllThatAreDue() {
        oneAtATime.lock();
        try {
            UnlessDatabaseIsAway.run(this::endUntilNothingIsDue);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void endUntilNothingIsDue() {
        for (var due = table.due(); !due.isEmpty(); due = table.due()) {
            for (var one : due) {
                if (!end(one)) {
                    return;
                }
            }
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void forgetThoseOfGoneAccounts() {
        UnlessDatabaseIsAway.run(table::forgetThoseOfGoneAccounts);
    }

    private boolean end(SignOut one) {
        var answer = switch (one.whose()) {
            case Whose.OfMailbox(var mailbox) -> store.endSessions(mailbox);
            case Whose.OfDomain(var domain) -> store.endSessions(domain);
        };
        return switch (answer) {
            case StoreAnswer.Away<Integer>(var why) -> {
                noteAway(why);
                yield false;
            }
            case StoreAnswer.Told<Integer>(var ended) -> {
                noteBack();
                table.told(one);
                log.info("Signed out {}: {} sessions ended", one.whose(), ended);
                yield true;
            }
            case StoreAnswer.NoSuchMailbox<Integer>() -> {
                table.told(one);
                yield true;
            }
        };
    }

    private void noteAway(String why) {
        if (!away) {
            log.warn("Sessions are to end, and will when the mail store is back: {}", why);
        }
        away = true;
    }

    private void noteBack() {
        if (away) {
            log.info("The mail store is back");
        }
        away = false;
    }
}
