package dev.postern.admin.aliases;

import java.util.LinkedHashSet;
import java.util.List;

/** Where an alias leads: between 1 and {@value #MAX} addresses, none of them twice. */
public record Targets(List<Target> all) {

    public static final int MAX = 100;

    public Targets {
        all = List.copyOf(new LinkedHashSet<>(all));
        if (all.isEmpty() || all.size() > MAX) {
            throw new IllegalArgumentException(
                    "An alias has between 1 and %d targets, not %d.".formatted(MAX, all.size()));
        }
    }

    /**
     * Parses a list of addresses, dropping repetitions.
     *
     * @throws IllegalArgumentException saying which target is wrong and why
     */
    public static Targets parse(List<String> texts) {
        return new Targets(parseAll(texts));
    }

    /** The same, but there may be none or too many. */
    public static List<Target> parseAll(List<String> texts) {
        return texts.stream().map(Targets::target).toList();
    }

    private static Target target(String text) {
        try {
            return Target.parse(text);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException("'%s': %s".formatted(text, unfit.getMessage()), unfit);
        }
    }
}
