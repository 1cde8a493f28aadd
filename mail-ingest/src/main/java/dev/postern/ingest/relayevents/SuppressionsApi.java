package dev.postern.ingest.relayevents;

import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.MalformedAddress;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The suppressed addresses for scripts. */
@RestController
@RequestMapping("/api/v1/suppressions")
final class SuppressionsApi {

    private final Suppressions suppressions;
    private final InstantSource clock;

    SuppressionsApi(Suppressions suppressions, InstantSource clock) {
        this.suppressions = suppressions;
        this.clock = clock;
    }

    @GetMapping
    List<Suppressions.Suppression> list(@RequestParam(defaultValue = "") String search) {
        return suppressions.find(search);
    }

    @PutMapping("/{address}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable String address) {
        suppressions.add(parse(address), "by an operator", clock.instant());
    }

    @DeleteMapping("/{address}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String address) {
        if (!suppressions.remove(parse(address))) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "%s is not among the suppressed addresses.".formatted(address));
        }
    }

    private static MailAddress parse(String address) {
        try {
            return MailAddress.parse(address);
        } catch (MalformedAddress malformed) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, malformed.getMessage(), malformed);
        }
    }
}
