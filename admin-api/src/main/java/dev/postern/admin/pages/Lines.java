package dev.postern.admin.pages;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Several values in one field: one a line, or with commas between them. */
public final class Lines {

    private Lines() {}

    public static List<String> parse(String text) {
        return Arrays.stream(text.split("[\\r\\n,;]+"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public static String of(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }
}
