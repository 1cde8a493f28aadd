package dev.postern.admin.overview;

import dev.postern.admin.surroundings.Alert;
import dev.postern.admin.surroundings.ComponentState;
import dev.postern.common.mail.DomainName;
import java.util.Locale;

/** Something that an operator should do something about. */
sealed interface Concern {

    /** In names of texts. */
    default String kind() {
        var name = getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** The platform takes no mail at all. */
    record NoDomain() implements Concern {}

    record Broken(ComponentState component) implements Concern {}

    /** What a domain sends has no DKIM signature. */
    record Unsigned(DomainName domain) implements Concern {}

    /** There is nobody whom a domain takes mail for. */
    record Deserted(DomainName domain) implements Concern {}

    record Told(Alert alert) implements Concern {}
}
