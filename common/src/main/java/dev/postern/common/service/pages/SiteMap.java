package dev.postern.common.service.pages;

import java.util.List;
import java.util.Optional;

/** What a service's own pages are, as far as whoever asks may see them. The frame leads to them from every page. */
public interface SiteMap {

    /** Empty for whom there is nothing to see. */
    List<Section> sections();

    /** The path of the page that searches, which takes {@code q}. */
    default Optional<String> search() {
        return Optional.empty();
    }

    /** The path of the page on which whoever is signed in finds what concerns himself. */
    default Optional<String> account() {
        return Optional.empty();
    }

    /**
     * A page with all that is below its path.
     *
     * @param name its text is {@code section.NAME} in the service's messages
     */
    record Section(String name, String path) {

        /** Whether a page lies in this section. */
        public boolean covers(String page) {
            return page.equals(path) || (!path.equals("/") && page.startsWith(path + "/"));
        }
    }
}
