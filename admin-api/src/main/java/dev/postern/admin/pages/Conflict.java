package dev.postern.admin.pages;

import dev.postern.admin.outcome.Versioned;
import java.util.Set;
import java.util.function.Function;
import org.springframework.ui.Model;

/** Shows what somebody else made of a thing while a form about it was being filled in. */
public final class Conflict {

    private static final Set<String> NOT_FOR_PEOPLE = Set.of("version");

    private Conflict() {}

    /**
     * Tells a page which of its forms came too late, and in what it differs from what is there now. Does nothing unless
     * one did.
     *
     * @param name of the form in the page
     * @param present how the form would be for what is there now
     */
    public static <V extends Versioned, F extends Record> void show(
            Model model, Submission submission, String name, F form, Class<V> type, Function<V, F> present) {
        submission.present().map(type::cast).ifPresent(thing -> {
            model.addAttribute("late", name);
            model.addAttribute("differences", Difference.between(form, present.apply(thing), NOT_FOR_PEOPLE));
        });
    }
}
