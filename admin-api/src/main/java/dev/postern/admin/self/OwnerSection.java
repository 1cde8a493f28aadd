package dev.postern.admin.self;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The pages of self-service, in the order of the menu. */
public enum OwnerSection {
    HOME("/self"),
    PASSWORD("/self/password"),
    APP_PASSWORDS("/self/app-passwords"),
    ALIASES("/self/aliases"),
    FORWARDING("/self/forwarding"),
    ACTIVITY("/self/activity"),
    VACATION("/self/vacation");

    private final String path;

    OwnerSection(String path) {
        this.path = path;
    }

    static List<OwnerSection> all() {
        return Arrays.asList(values());
    }

    public String path() {
        return path;
    }

    /** Its text is {@code self.section.NAME}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a page lies in it. */
    public boolean covers(String page) {
        return page.equals(path) || (this != HOME && page.startsWith(path + "/"));
    }
}
