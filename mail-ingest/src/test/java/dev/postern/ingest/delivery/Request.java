package dev.postern.ingest.delivery;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A request to the API without a web server around it. */
record Request(Map<String, String> fields, InputStream body, OptionalLong length, boolean waitsForContinue)
        implements IncomingRequest {

    Request(Map<String, String> fields, byte[] body) {
        this(fields, new ByteArrayInputStream(body), OptionalLong.of(body.length), false);
    }

    Request thatWaitsForContinue() {
        return new Request(fields, body, length, true);
    }

    Request announcing(long announced) {
        return new Request(fields, body, OptionalLong.of(announced), waitsForContinue);
    }

    Request announcingNothing() {
        return new Request(fields, body, OptionalLong.empty(), waitsForContinue);
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/messages";
    }

    @Override
    public String authority() {
        return "mail-ingest:8080";
    }

    @Override
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
