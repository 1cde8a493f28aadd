package dev.postern.admin.pages;

import dev.postern.admin.access.Audience;
import dev.postern.admin.access.CurrentActor;
import dev.postern.admin.access.Denied;
import dev.postern.common.service.pages.SiteMap;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The pages of this service, as far as whoever asks may see them. */
@Component
class Sections implements SiteMap {

    private static final List<Entry> ALL = List.of(
            Entry.of("overview", "/", Audience.OPERATORS),
            Entry.of("domains", "/domains", Audience.OPERATORS),
            Entry.of("mailboxes", "/mailboxes", Audience.OPERATORS),
            Entry.of("aliases", "/aliases", Audience.OPERATORS),
            Entry.of("bin", "/bin", Audience.OPERATORS),
            Entry.of("operators", "/operators", Audience.OVERSEERS),
            Entry.of("tokens", "/tokens", Audience.OPERATORS),
            Entry.of("audit", "/audit", Audience.OPERATORS),
            Entry.of("migrations", "/migrations", Audience.OWNERS),
            Entry.of("webhooks", "/webhooks", Audience.OWNERS),
            Entry.of("statistics", "/statistics", Audience.OPERATORS));

    private final CurrentActor current;

    Sections(CurrentActor current) {
        this.current = current;
    }

    /** None where it cannot be found out who asks: that is told by the page itself. */
    @Override
    public List<Section> sections() {
        try {
            var role = current.get().rights().role();
            return ALL.stream()
                    .filter(entry -> entry.audience.includes(role))
                    .map(Entry::section)
                    .toList();
        } catch (Denied | DataAccessException | TransactionException unknown) {
            return List.of();
        }
    }

    @Override
    public Optional<String> account() {
        return Optional.of("/account");
    }

    @Override
    public Optional<String> search() {
        return Optional.of("/search");
    }

    private record Entry(Section section, Audience audience) {

        static Entry of(String name, String path, Audience audience) {
            return new Entry(new Section(name, path), audience);
        }
    }
}
