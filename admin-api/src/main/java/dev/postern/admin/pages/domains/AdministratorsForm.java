package dev.postern.admin.pages.domains;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who runs the accounts of a domain, by user name. */
record AdministratorsForm(@Nullable List<String> administrators) {

    /** Public, for the page asks it. */
    public List<String> chosen() {
        return administrators == null ? List.of() : administrators;
    }
}
