package dev.postern.ingest.delivery;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP end of {@link Reception}; docs/architecture.md has the contract. */
@RestController
final class IngestController {

    private static final String MESSAGE = "message/rfc822";

    private final Reception reception;

    IngestController(Reception reception) {
        this.reception = reception;
    }

    @PostMapping(
            path = "/v1/messages",
            consumes = MESSAGE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<?> receive(HttpServletRequest request) throws InterruptedException {
        return HttpAnswer.of(reception.receive(new ServletRequest(request)));
    }
}
