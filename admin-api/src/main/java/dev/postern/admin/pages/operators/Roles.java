package dev.postern.admin.pages.operators;

import dev.postern.admin.access.Role;
import java.util.Arrays;
import java.util.List;

/** The roles to choose from. */
final class Roles {

    static final List<String> ALL = Arrays.stream(Role.values()).map(Role::text).toList();

    private Roles() {}
}
