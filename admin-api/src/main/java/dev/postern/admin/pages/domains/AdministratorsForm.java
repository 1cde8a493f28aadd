package dev.postern.admin.pages.domains;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who runs the accounts of a domain, by user name. */
record AdministratorsForm(@Nullable List<String> administrators) {

    List<String> chosen() {
        return administrators == null ? List.of() : administrators;
    }
}
