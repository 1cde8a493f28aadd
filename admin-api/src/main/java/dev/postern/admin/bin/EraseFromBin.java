package dev.postern.admin.bin;

import dev.postern.admin.access.Access;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases something for good before its time. */
@Service
public class EraseFromBin {

    private final Bin bin;
    private final BinTables tables;
    private final Erase erase;
    private final Access access;

    EraseFromBin(Bin bin, BinTables tables, Erase erase, Access access) {
        this.bin = bin;
        this.tables = tables;
        this.erase = erase;
        this.access = access;
    }

    /**
     * Erases it.
     *
     * @param confirmation its name once more, since nothing brings it back
     */
    @Transactional
    public Outcome<BinEntry> apply(BinName name, String confirmation) {
        name.allow(access);
        if (!confirmation.strip().equalsIgnoreCase(name.text())) {
            return Outcome.refused(new Refusal.Unfit(
                    "confirmation", "Nothing brings it back: write '%s' to confirm.".formatted(name.text())));
        }
        tables.holdDomain(name.domain());
        var entry = bin.find(name.text());
        entry.ifPresent(erase::apply);
        return entry.map(Outcome::done).orElseGet(() -> Outcome.refused(name.missing()));
    }
}
