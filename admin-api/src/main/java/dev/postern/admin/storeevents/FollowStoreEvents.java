package dev.postern.admin.storeevents;

import dev.postern.admin.database.UnlessDatabaseIsAway;
import dev.postern.common.service.logfile.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes down what Dovecot tells, a second after it happened; after an outage it goes on where it was. */
@Component
class FollowStoreEvents {

    private final LogFile file;
    private final EventLine lines = new EventLine(JsonMapper.shared());
    private final PlaceTable place;
    private final TakeDown takeDown;
    private final SignInCounts counts;
    private @Nullable Attempts attempts;

    FollowStoreEvents(StoreEventSettings settings, PlaceTable place, TakeDown takeDown, SignInCounts counts) {
        this.file = new LogFile(settings.file());
        this.place = place;
        this.takeDown = takeDown;
        this.counts = counts;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    synchronized void follow() {
        UnlessDatabaseIsAway.run(this::takeAllThereIs);
    }

    private void takeAllThereIs() {
        try {
            var known = attempts == null ? new Attempts(place.webmail()) : attempts;
            attempts = known;
            var piece = file.readFrom(place.place());
            while (piece.isPresent()) {
                take(piece.get(), known);
                piece = file.readFrom(Optional.of(piece.get().end()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Dovecot's events cannot be read", unreadable);
        }
    }

    private void take(LogFile.Piece piece, Attempts known) {
        var tried = new ArrayList<Tried>();
        var changed = new LinkedHashSet<String>();
        for (var line : piece.lines()) {
            lines.parse(line).ifPresent(event -> {
                known.take(event).ifPresent(tried::add);
                if (event instanceof StoreEvent.MailChanged(var user)) {
                    changed.add(user);
                }
            });
        }
        takeDown.apply(tried, changed, piece.end(), known.webmail());
        tried.forEach(counts::add);
    }
}
