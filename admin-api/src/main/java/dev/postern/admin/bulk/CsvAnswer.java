package dev.postern.admin.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import org.springframework.http.HttpHeaders;

/** An answer that a browser saves as a file. */
public final class CsvAnswer {

    private CsvAnswer() {}

    /** Begins it. */
    public static Writer to(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv; charset=UTF-8; header=present");
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
        return response.getWriter();
    }
}
