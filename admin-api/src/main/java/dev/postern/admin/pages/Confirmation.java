package dev.postern.admin.pages;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has to be typed before something is destroyed: its name.
 *
 * @param version of what was looked at
 */
public record Confirmation(@Nullable String typed, @Nullable Long version) {

    /** Tells whether it was another name. */
    public <T> void read(Submission submission, T name, Function<String, T> parser) {
        submission.required("typed", text -> {
            if (!parser.apply(text).equals(name)) {
                throw new IllegalArgumentException("That is another name; type %s.".formatted(name));
            }
            return name;
        });
    }
}
