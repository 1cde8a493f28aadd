package dev.postern.admin.signins;

import dev.postern.admin.database.UnlessDatabaseIsAway;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once a day. */
@Component
class ForgetOldSignIns {

    private final SignIns signIns;

    ForgetOldSignIns(SignIns signIns) {
        this.signIns = signIns;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void run() {
        UnlessDatabaseIsAway.run(signIns::forgetOldOnes);
    }
}
