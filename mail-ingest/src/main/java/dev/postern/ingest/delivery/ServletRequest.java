package dev.postern.ingest.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A request as the servlet container shows it. */
record ServletRequest(HttpServletRequest request) implements IncomingRequest {

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return request.getRequestURI();
    }

    @Override
    public String authority() {
        return field("host").orElse("").toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> field(String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        String.join(", ", values.stream().map(String::strip).toList()));
    }

    @Override
    public InputStream body() {
        try {
            return request.getInputStream();
        } catch (IOException unopened) {
            throw new UncheckedIOException("the request has no readable body", unopened);
        }
    }

    @Override
    public OptionalLong length() {
        long length = request.getContentLengthLong();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    @Override
    public boolean waitsForContinue() {
        return "100-continue".equalsIgnoreCase(request.getHeader("expect"));
    }
}
