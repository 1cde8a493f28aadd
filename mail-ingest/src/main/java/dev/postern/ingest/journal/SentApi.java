package dev.postern.ingest.journal;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The journal for scripts. */
@RestController
@RequestMapping("/api/v1/sent")
final class SentApi {

    private final SentArchive archive;

    SentApi(SentArchive archive) {
        this.archive = archive;
    }

    @GetMapping
    SentArchive.Page list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return archive.find(search, before);
    }

    @GetMapping("/{queueId}")
    Way show(@PathVariable String queueId) {
        var message = archive.named(queueId)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no sent message with the queue id %s.".formatted(queueId)));
        return new Way(message, archive.deliveriesOf(queueId));
    }

    record Way(SentMessage message, List<Delivery> deliveries) {}
}
