package dev.postern.ingest.dashboard;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Both directions for scripts. */
@RestController
final class MailApi {

    private final FindMail findMail;

    MailApi(FindMail findMail) {
        this.findMail = findMail;
    }

    @GetMapping("/api/v1/mail")
    List<Passage> find(@RequestParam(defaultValue = "") String search) {
        return findMail.matching(search)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The database is away or did not answer in time. Check MariaDB, then ask again."));
    }
}
