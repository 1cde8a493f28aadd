package dev.postern.backup.offsite;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Tells from the versions of its objects what was done to a repository, and when. */
final class Timeline {

    /** Longer than a restic run is ever silent. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final int EXAMPLES = 5;

    private Timeline() {}

    /** The earliest first. */
    static List<Episode> of(LockedRepository repository) {
        var events = repository.history().values().stream()
                .flatMap(history -> events(repository, history))
                .sorted(Comparator.comparing(Event::at))
                .toList();
        var episodes = new ArrayList<Episode>();
        var open = new ArrayList<Event>();
        for (var event : events) {
            if (!open.isEmpty() && event.at.isAfter(open.getLast().at.plus(SILENCE))) {
                episodes.add(episode(open));
                open.clear();
            }
            open.add(event);
        }
        if (!open.isEmpty()) {
            episodes.add(episode(open));
        }
        return episodes;
    }

    private static Stream<Event> events(LockedRepository repository, List<ObjectVersion> history) {
        var genuine = LockedRepository.genuine(history);
        return history.stream().map(version -> {
            var name = repository.name(version.key());
            var deed = version.marker()
                    ? isNeverDeleted(name) ? Deed.LOST : Deed.DELETED
                    : genuine.filter(first -> first.etag().equals(version.etag()))
                                    .isPresent()
                            ? Deed.WRITTEN
                            : Deed.OVERWRITTEN;
            return new Event(version.writtenAt(), name, deed);
        });
    }

    private static boolean isNeverDeleted(String name) {
        return name.equals("config") || name.startsWith("keys/");
    }

    private static Episode episode(List<Event> events) {
        return new Episode(
                events.getFirst().at,
                events.getLast().at,
                count(events, Deed.WRITTEN),
                count(events, Deed.OVERWRITTEN),
                count(events, Deed.DELETED) + count(events, Deed.LOST),
                count(events, Deed.LOST),
                events.stream()
                        .filter(event -> event.deed == Deed.OVERWRITTEN || event.deed == Deed.LOST)
                        .map(Event::name)
                        .limit(EXAMPLES)
                        .toList());
    }

    private static int count(List<Event> events, Deed deed) {
        return (int) events.stream().filter(event -> event.deed == deed).count();
    }

    private enum Deed {
        WRITTEN,
        OVERWRITTEN,
        DELETED,
        LOST
    }

    private record Event(Instant at, String name, Deed deed) {}
}
