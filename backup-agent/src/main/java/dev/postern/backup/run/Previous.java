package dev.postern.backup.run;

import dev.postern.backup.catalogue.Catalogue;
import dev.postern.backup.history.History;
import dev.postern.backup.history.RunRecord;
import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Part;
import java.util.Optional;

/** How each component was saved last, as far as that is still in the repository. */
final class Previous {

    private final Catalogue.Listing listing;
    private final History history;

    Previous(Catalogue.Listing listing, History history) {
        this.listing = listing;
        this.history = history;
    }

    Optional<Part> of(Component component) {
        return listing.backups().reversed().stream()
                .filter(backup -> backup.parts().containsKey(component))
                .flatMap(backup -> history.find(backup.run()).stream())
                .flatMap(known -> manifestPart(known, component).stream())
                .findFirst();
    }

    private static Optional<Part> manifestPart(RunRecord known, Component component) {
        return known.manifest().flatMap(manifest -> manifest.part(component));
    }
}
