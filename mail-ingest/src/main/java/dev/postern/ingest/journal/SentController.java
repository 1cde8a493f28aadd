package dev.postern.ingest.journal;

import dev.postern.common.mail.MessageSize;
import dev.postern.ingest.database.Database;
import dev.postern.ingest.relay.PublishRelays;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of what was sent: where is my mail? */
@Controller
@RequestMapping("/sent")
final class SentController {

    private final SentArchive archive;
    private final PublishRelays relays;
    private final Database database;

    SentController(SentArchive archive, PublishRelays relays, Database database) {
        this.archive = archive;
        this.relays = relays;
        this.database = database;
    }

    @ModelAttribute("utc")
    ZoneOffset utc() {
        return ZoneOffset.UTC;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        model.addAttribute("search", search);
        model.addAttribute("newest", before == Long.MAX_VALUE);
        model.addAttribute("page", archive.find(search, before));
        model.addAttribute("relays", relays.states());
        return "sent";
    }

    @GetMapping("/{queueId}")
    String show(@PathVariable String queueId, Model model, HttpServletResponse response) {
        var message = archive.named(queueId).orElse(null);
        model.addAttribute("queueId", queueId);
        model.addAttribute("message", message);
        if (message == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            model.addAttribute("size", new MessageSize(message.sizeBytes()).humanReadable());
            model.addAttribute("deliveries", archive.deliveriesOf(queueId));
        }
        return "sent-message";
    }

    @ExceptionHandler(DataAccessException.class)
    String databaseAway(DataAccessException failure, HttpServletResponse response) {
        database.failed(failure);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return "sent-away";
    }
}
