package dev.postern.admin.audit;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How something was at one moment. Numbers, truths and texts are kept as such, lists as lists, and whatever else by its
 * {@link Object#toString()}: passwords and hashes show nothing there.
 */
public record Snapshot(Map<String, @Nullable Object> values) {

    public Snapshot {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((name, value) -> plain.put(name, plain(value)));
        values = Collections.unmodifiableMap(plain);
    }

    /** The components of a record. */
    public static Snapshot of(Record subject) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var component : subject.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                values.put(component.getName(), accessor.invoke(subject));
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException(component + " cannot be read", broken);
            }
        }
        return new Snapshot(values);
    }

    public static Snapshot of(String name, @Nullable Object value) {
        var one = new LinkedHashMap<String, @Nullable Object>();
        one.put(name, value);
        return new Snapshot(one);
    }

    /** The same with one more value. */
    public Snapshot with(String name, @Nullable Object value) {
        var more = new LinkedHashMap<String, @Nullable Object>(values);
        more.put(name, value);
        return new Snapshot(more);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Number number -> number;
            case Optional<?> maybe -> maybe.map(Snapshot::plain).orElse(null);
            case Collection<?> many -> many.stream().map(Snapshot::plain).toList();
            default -> value.toString();
        };
    }
}
