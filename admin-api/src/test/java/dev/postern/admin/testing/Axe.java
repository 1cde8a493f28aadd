package dev.postern.admin.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** axe-core: finds what keeps people out who cannot see the page, or use no mouse. */
public final class Axe {

    private static final String SCRIPT = read();

    /** By the rules of WCAG 2.2 AA, and what is good practice besides. */
    private static final String RUN = """
            async () => (await axe.run({resultTypes: ['violations']})).violations.flatMap(violation =>
                violation.nodes.map(node => `${violation.impact} ${violation.id}: ${node.html} (${violation.help})`))
            """;

    private Axe() {}

    /** What is wrong with the page as it is shown. */
    @SuppressWarnings("unchecked") // the script returns texts
    public static List<String> complaints(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) Objects.requireNonNullElse(page.evaluate(RUN), List.of());
    }

    private static String read() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException incomplete) {
            throw new UncheckedIOException(incomplete);
        }
    }
}
