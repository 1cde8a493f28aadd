package dev.postern.admin.bulk;

import dev.postern.admin.access.Access;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.CreateAlias;
import dev.postern.admin.aliases.Expiry;
import dev.postern.admin.aliases.NewAlias;
import dev.postern.admin.aliases.Targets;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.text.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the aliases of a file: all of them, or none. What would come of it is found out by doing it and taking it back. */
@Service
public class ImportAliases {

    private static final Set<String> COLUMNS = Set.of("address", "targets", "note", "enabled", "expiresAt");
    private static final Set<String> LEFT = Set.of("createdAt");

    private final CreateAlias createAlias;
    private final Access access;
    private final TransactionTemplate transaction;

    ImportAliases(CreateAlias createAlias, Access access, TransactionTemplate transaction) {
        this.createAlias = createAlias;
        this.access = access;
        this.transaction = transaction;
    }

    /** Says what would come of it. */
    public ImportReport preview(String csv) {
        return run(csv, false);
    }

    /** Does it, unless a line is in the way. */
    public ImportReport apply(String csv) {
        return run(csv, true);
    }

    private ImportReport run(String csv, boolean keep) {
        var text = CsvText.read(csv, COLUMNS, LEFT);
        var problems = new ArrayList<LineProblem>(text.problems());
        var wanted = new ArrayList<Wanted>();
        for (var line : text.lines()) {
            alias(new CsvLine(line.number(), line.values(), problems))
                    .ifPresent(alias -> wanted.add(new Wanted(line.number(), alias)));
        }
        transaction.executeWithoutResult(status -> {
            // Always in the same order, so that two who do this do not wait for each other.
            wanted.stream()
                    .sorted(Comparator.comparing(
                            one -> one.alias.address().domain().ascii()))
                    .forEach(one -> make(one, problems));
            if (!keep || !problems.isEmpty()) {
                status.setRollbackOnly();
            }
        });
        problems.sort(Comparator.comparingLong(LineProblem::line));
        return keep && problems.isEmpty()
                ? ImportReport.done(wanted.size(), List.of())
                : ImportReport.of(text.lines().size(), problems);
    }

    private void make(Wanted wanted, List<LineProblem> problems) {
        var domain = wanted.alias.address().domain();
        if (!access.scope().covers(domain)) {
            problems.add(new LineProblem(
                    wanted.line, "address", "There is no domain %s here; create it first.".formatted(domain)));
        } else if (createAlias.apply(wanted.alias) instanceof Outcome.Refused<?>(var refusal)) {
            problems.add(new LineProblem(wanted.line, fieldOf(refusal), refusal.detail()));
        }
    }

    private static String fieldOf(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Taken taken -> taken.field();
            case Refusal.Unfit unfit -> unfit.field();
            case Refusal.Missing _, Refusal.Stale _ -> "";
        };
    }

    private static Optional<NewAlias> alias(CsvLine line) {
        var before = line.problems().size();
        var address = line.required("address", AliasAddress::parse);
        var targets = line.required(
                "targets", text -> Targets.parse(List.of(text.strip().split("[\\s;,]+", -1))));
        var note = line.optional("note", Note::new).orElse(Note.NONE);
        var enabled = line.optional("enabled", CsvLine::truth).orElse(true);
        var expiry = line.optional("expiresAt", Expiry::parse).orElse(Expiry.NEVER);
        return line.problems().size() > before || address.isEmpty() || targets.isEmpty()
                ? Optional.empty()
                : Optional.of(new NewAlias(address.get(), targets.get(), note, enabled, expiry, false));
    }

    /** An alias and the line that it stands in. */
    private record Wanted(long line, NewAlias alias) {}
}
