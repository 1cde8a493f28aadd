package dev.postern.admin.migration.mail;

import dev.postern.admin.pages.Submission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of folders as one can write it: a line each, the name there, an equals sign, the folder here. */
record MappingForm(@Nullable String lines) {

    private static final String EQUALS = "=";

    static MappingForm of(FolderMapping mapping) {
        return new MappingForm(new TreeMap<>(mapping.targets())
                .entrySet().stream()
                        .map(entry -> "%s = %s"
                                .formatted(entry.getKey(), entry.getValue())
                                .stripTrailing())
                        .collect(Collectors.joining("\n")));
    }

    Optional<FolderMapping> read(Submission submission) {
        return submission.together(
                "lines",
                () -> SetFolderMapping.checked(parse(Optional.ofNullable(lines).orElse(""))));
    }

    private static Map<String, String> parse(String text) {
        var targets = new LinkedHashMap<String, String>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var end = line.lastIndexOf(EQUALS);
            if (end < 1) {
                throw new IllegalArgumentException(
                        "'%s' has no equals sign between the name there and the folder here.".formatted(line));
            }
            targets.put(line.substring(0, end).strip(), line.substring(end + 1).strip());
        });
        return targets;
    }
}
