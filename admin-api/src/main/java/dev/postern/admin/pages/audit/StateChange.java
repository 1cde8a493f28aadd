package dev.postern.admin.pages.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What one property was, and what it is since; empty where there was nothing.
 *
 * @param property its name
 */
record StateChange(String property, String before, String after) {

    /** Public, for the page asks it. */
    public boolean isChange() {
        return !before.equals(after);
    }

    /** All properties that one of two states has, in their order. */
    static List<StateChange> between(Optional<JsonNode> before, Optional<JsonNode> after) {
        var properties = new LinkedHashSet<String>();
        before.ifPresent(state -> properties.addAll(state.propertyNames()));
        after.ifPresent(state -> properties.addAll(state.propertyNames()));
        return properties.stream()
                .map(property -> new StateChange(property, text(before, property), text(after, property)))
                .toList();
    }

    private static String text(Optional<JsonNode> state, String property) {
        return state.map(present -> text(present.path(property))).orElse("");
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(StateChange::text)
                    .collect(Collectors.joining("\n"));
        }
        return value.isString() ? value.asString() : value.toString();
    }
}
