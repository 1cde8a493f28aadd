package dev.postern.admin.aliases;

import dev.postern.admin.text.Note;
import java.util.Optional;

/** What is to be different; what is empty stays as it is. */
public record AliasChange(
        Optional<Targets> targets, Optional<Note> note, Optional<Boolean> enabled, Optional<Expiry> expiry) {

    /** Changes nothing. */
    public static final AliasChange NONE =
            new AliasChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public AliasChange withTargets(Targets wanted) {
        return new AliasChange(Optional.of(wanted), note, enabled, expiry);
    }

    public AliasChange withEnabled(boolean wanted) {
        return new AliasChange(targets, note, Optional.of(wanted), expiry);
    }
}
