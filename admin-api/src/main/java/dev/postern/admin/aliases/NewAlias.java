package dev.postern.admin.aliases;

import dev.postern.admin.text.Note;

/**
 * An alias to be made.
 *
 * @param disposable whether it is made up to be given away and thrown away
 */
public record NewAlias(
        AliasAddress address, Targets targets, Note note, boolean enabled, Expiry expiry, boolean disposable) {

    /** In use at once and for good. */
    public static NewAlias of(AliasAddress address, Targets targets) {
        return new NewAlias(address, targets, Note.NONE, true, Expiry.NEVER, false);
    }
}
