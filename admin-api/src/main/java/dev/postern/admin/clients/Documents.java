package dev.postern.admin.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.DomainName;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers to programs: a document, or a line of text that says why there is none. */
final class Documents {

    private static final MediaType XML = new MediaType(MediaType.TEXT_XML, UTF_8);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

    private Documents() {}

    static ResponseEntity<byte[]> xml(byte[] document) {
        return ResponseEntity.ok().contentType(XML).body(document);
    }

    static ResponseEntity<byte[]> foreign(DomainName domain) {
        return text(HttpStatus.NOT_FOUND, notHere(domain));
    }

    static ResponseEntity<byte[]> text(HttpStatus status, String reason) {
        return ResponseEntity.status(status).contentType(TEXT).body((reason + "\n").getBytes(UTF_8));
    }

    static String notHere(DomainName domain) {
        return "%s is not a domain of this mail platform. Check the address, or ask whoever runs the mail of that domain."
                .formatted(domain);
    }
}
