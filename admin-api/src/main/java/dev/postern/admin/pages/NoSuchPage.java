package dev.postern.admin.pages;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The address of a page names something that is not there. */
public final class NoSuchPage extends ResponseStatusException {

    private NoSuchPage(String detail) {
        super(HttpStatus.NOT_FOUND, detail);
    }

    /**
     * What a part of a page's address names.
     *
     * @throws NoSuchPage if it can be the name of nothing
     */
    public static <T> T parse(String segment, Function<String, T> parser) {
        try {
            return parser.apply(segment);
        } catch (IllegalArgumentException malformed) {
            throw new NoSuchPage(String.valueOf(malformed.getMessage()));
        }
    }

    /**
     * What a page is about.
     *
     * @throws NoSuchPage if there is none
     */
    public static <T> T unless(Optional<T> found) {
        return found.orElseThrow(() -> new NoSuchPage("There is no such thing."));
    }
}
