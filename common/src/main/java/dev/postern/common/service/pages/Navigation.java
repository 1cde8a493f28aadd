package dev.postern.common.service.pages;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the dashboards are and which of them this is.
 *
 * @param dashboards the addresses of the dashboards to link, by name (admin, ingest, backup, dkim, webmail); those
 *     without an address are left out
 * @param dashboard the name of this service's own dashboard
 * @param languages what its pages are written in; the first one is for readers who know none of them
 */
@ConfigurationProperties("postern")
record Navigation(
        @DefaultValue Map<String, URI> dashboards,
        @DefaultValue("") String dashboard,
        @DefaultValue("en") List<Locale> languages) {

    private static final List<String> ORDER = List.of("admin", "ingest", "backup", "dkim", "webmail");

    Navigation {
        dashboards = Map.copyOf(dashboards);
    }

    List<Link> links() {
        return dashboards.entrySet().stream()
                .filter(entry -> !entry.getValue().toString().isBlank())
                .map(entry -> new Link(
                        entry.getKey(), entry.getValue(), entry.getKey().equals(dashboard)))
                .sorted(Comparator.comparingInt(Link::place).thenComparing(Link::name))
                .toList();
    }

    record Link(String name, URI url, boolean current) {

        private int place() {
            var place = ORDER.indexOf(name);
            return place < 0 ? ORDER.size() : place;
        }
    }
}
