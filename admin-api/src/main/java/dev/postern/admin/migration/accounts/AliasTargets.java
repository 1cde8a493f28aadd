package dev.postern.admin.migration.accounts;

import dev.postern.admin.addresses.Holder;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.Target;
import dev.postern.admin.migration.export.ExportedAlias;
import dev.postern.admin.migration.export.Remark;
import dev.postern.admin.migration.export.Remark.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where the aliases of an export lead in the end. There an alias can lead to another one; here it cannot, so the targets of
 * the other one stand in its place.
 */
final class AliasTargets {

    private static final String AUTOREPLY = "@autoreply.";
    private static final String LOCALHOST = "@localhost";
    private static final Set<Character> NO_ADDRESS = Set.of('|', '/', ':', '"', '@', '\\', '&');

    private final Map<String, ExportedAlias> exported;
    private final Predicate<String> mailboxes;
    private final Predicate<Target> local;
    private final Here here;
    private final List<Remark> remarks;

    /**
     * Knows what there will be.
     *
     * @param exported the aliases of the export by their addresses
     * @param mailboxes whether an address will be a mailbox
     * @param local whether a target lies in a domain that will be here
     * @param remarks told of what cannot be reached
     */
    AliasTargets(
            Map<String, ExportedAlias> exported,
            Predicate<String> mailboxes,
            Predicate<Target> local,
            Here here,
            List<Remark> remarks) {
        this.exported = exported;
        this.mailboxes = mailboxes;
        this.local = local;
        this.here = here;
        this.remarks = remarks;
    }

    /** None where nothing can be reached, which is told of. */
    List<Target> of(ExportedAlias alias) {
        var found = new LinkedHashSet<Target>();
        var ring = !follow(alias, alias.targets(), found, seenAt(alias));
        if (found.isEmpty()) {
            remarks.add(
                    Remark.of(alias.place(), alias.address().toString(), ring ? Code.TARGETS_RING : Code.TARGETS_NONE));
        }
        return new ArrayList<>(found);
    }

    /** The same of some of its targets, and there may be none. */
    List<Target> of(ExportedAlias alias, List<String> targets) {
        var found = new LinkedHashSet<Target>();
        follow(alias, targets, found, seenAt(alias));
        return new ArrayList<>(found);
    }

    private static Set<String> seenAt(ExportedAlias alias) {
        var seen = new HashSet<String>();
        seen.add(alias.address().toString());
        return seen;
    }

    /** False if it came to an alias that it had been at before. */
    private boolean follow(ExportedAlias alias, List<String> texts, Set<Target> found, Set<String> seen) {
        var whole = true;
        for (var text : texts) {
            if (isSpecial(text)) {
                remark(alias, Code.TARGET_SPECIAL, text);
            } else {
                whole &= followAddress(alias, text, found, seen);
            }
        }
        return whole;
    }

    private boolean followAddress(ExportedAlias alias, String text, Set<Target> found, Set<String> seen) {
        Target target;
        try {
            target = Target.parse(text);
        } catch (IllegalArgumentException malformed) {
            remark(alias, Code.TARGET_MALFORMED, text);
            return true;
        }
        var address = target.mailbox().toString();
        if (!local.test(target) || mailboxes.test(address)) {
            found.add(target);
            return true;
        }
        var other = exported.get(address);
        if (other != null) {
            return seen.add(address) && follow(alias, other.targets(), found, seen);
        }
        if (here.holderOf(address).filter(holder -> holder == Holder.ALIAS).isPresent()) {
            found.addAll(here.targetsOf(AliasAddress.parse(address)));
        } else {
            remark(alias, Code.TARGET_MISSING, text);
        }
        return true;
    }

    /** Programs, files, lists, whole domains, answers by itself, and mailcow's names for the bin. */
    private static boolean isSpecial(String text) {
        return NO_ADDRESS.contains(text.charAt(0)) || text.contains(AUTOREPLY) || text.endsWith(LOCALHOST);
    }

    private void remark(ExportedAlias alias, Code code, String target) {
        remarks.add(new Remark(alias.place(), alias.address().toString(), code, target));
    }
}
