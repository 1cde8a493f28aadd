package dev.postern.backup.source;

import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Part;
import dev.postern.backup.restic.ResticFailure;

/** Where a component comes from. */
public interface Source {

    Component component();

    /**
     * Saves it.
     *
     * @throws SourceUnavailable if there is nothing to save, or not all of it; the other components can go on
     * @throws ResticFailure if the repository cannot take it
     */
    Part save(Saving saving) throws SourceUnavailable, ResticFailure;
}
