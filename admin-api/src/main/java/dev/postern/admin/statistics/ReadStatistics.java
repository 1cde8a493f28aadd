package dev.postern.admin.statistics;

import dev.postern.admin.access.Access;
import dev.postern.admin.usage.Usages;
import org.springframework.stereotype.Service;

/** Gathers what happened, as far as whoever asks may see it. */
@Service
public class ReadStatistics {

    private static final int MONTH = 30;
    private static final int QUARTER = 90;
    private static final int MOST = 20;

    private final SignInTally signIns;
    private final StorageCounts storage;
    private final ApiUses uses;
    private final AnswerTimes times;
    private final Usages usages;
    private final Access access;

    ReadStatistics(
            SignInTally signIns, StorageCounts storage, ApiUses uses, AnswerTimes times, Usages usages, Access access) {
        this.signIns = signIns;
        this.storage = storage;
        this.uses = uses;
        this.times = times;
        this.usages = usages;
        this.access = access;
    }

    /** Of the domains that he sees. */
    public Statistics ofAccounts() {
        var scope = access.scope();
        return new Statistics(
                signIns.byDay(scope, MONTH),
                signIns.byProtocol(scope, MONTH),
                storage.byDay(scope, QUARTER),
                usages.largest(scope, MOST));
    }

    /** Of all; for whom that is, the endpoint says. */
    public PlatformStatistics ofPlatform() {
        return new PlatformStatistics(signIns.sources(MONTH, MOST), uses.byToken(MONTH, MOST), times.all());
    }
}
