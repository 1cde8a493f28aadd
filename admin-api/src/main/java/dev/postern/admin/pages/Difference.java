package dev.postern.admin.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.BeanUtils;

/**
 * One field in which a form differs from what is there by now.
 *
 * @param field its name in the form
 * @param yours what the form says
 * @param present what somebody else made of it meanwhile
 */
public record Difference(String field, String yours, String present) {

    /** Compares two states of the same form, but for the fields that are not for people. */
    public static <F extends Record> List<Difference> between(F yours, F present, Set<String> ignored) {
        return Arrays.stream(yours.getClass().getRecordComponents())
                .map(component -> component.getName())
                .filter(field -> !ignored.contains(field))
                .map(field -> new Difference(field, value(yours, field), value(present, field)))
                .filter(difference -> !difference.yours.equals(difference.present))
                .toList();
    }

    private static String value(Record form, String field) {
        try {
            var accessor = Objects.requireNonNull(BeanUtils.findMethod(form.getClass(), field));
            accessor.setAccessible(true);
            return Objects.toString(accessor.invoke(form), "");
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(field + " cannot be read", broken);
        }
    }
}
