package dev.postern.admin.pages;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What was just done, told on the page that follows.
 *
 * @param key of its text
 * @param arguments what the text names
 */
public record Notice(String key, List<String> arguments) implements Serializable {

    /** Tells it on the next page. */
    public static void on(RedirectAttributes next, String key, Object... arguments) {
        next.addFlashAttribute(
                "notice",
                new Notice(key, Arrays.stream(arguments).map(String::valueOf).toList()));
    }

    /** As the text takes them. */
    public Object[] values() {
        return arguments.toArray();
    }
}
