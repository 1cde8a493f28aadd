package dev.postern.common.service;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Ends a start that fails on its configuration with the property, what is wrong with it, and how to set it: in
 * configuration, in the environment, and what it is for.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        var invalid = findCause(cause, BindValidationException.class);
        var faults = invalid == null ? List.of(faultOf(cause)) : faultsOf(invalid.getValidationErrors());
        return new FailureAnalysis(
                faults.stream().map(Fault::description).collect(Collectors.joining("\n")),
                faults.stream().map(Fault::action).distinct().collect(Collectors.joining("\n")),
                cause);
    }

    private static Fault faultOf(BindException failure) {
        var name = failure.getName().toString();
        var property = failure.getProperty();
        return property == null
                ? new OfSeveral(name, deepestMessage(failure))
                : new OfOne(name, property.getValue(), property.getOrigin(), deepestMessage(failure));
    }

    private static List<Fault> faultsOf(ValidationErrors errors) {
        return errors.getAllErrors().stream()
                .map(error -> faultOf(errors, error))
                .toList();
    }

    private static Fault faultOf(ValidationErrors errors, ObjectError error) {
        var reason = error.getDefaultMessage() == null ? "is not valid" : error.getDefaultMessage();
        if (!(error instanceof FieldError field)) {
            return new OfSeveral(errors.getName().toString(), reason);
        }
        return new OfOne(
                errors.getName() + "." + DataObjectPropertyName.toDashedForm(field.getField()),
                field.getRejectedValue(),
                Origin.from(field),
                reason);
    }

    private static String deepestMessage(Throwable failure) {
        var deepest = NestedExceptionUtils.getMostSpecificCause(failure);
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }

    private sealed interface Fault {

        String description();

        String action();

        /** The spelling that Spring Boot's relaxed binding understands. */
        static String environmentVariable(String property) {
            return property.replace("-", "")
                    .replaceAll("[^A-Za-z0-9]+", "_")
                    .replaceAll("_$", "")
                    .toUpperCase(Locale.ROOT);
        }
    }

    private record OfOne(
            String property,
            @Nullable Object value,
            @Nullable Origin origin,
            String reason) implements Fault {

        @Override
        public String description() {
            var found = value == null ? "is not set" : "is '%s'".formatted(value);
            var place = origin == null ? "" : " (from %s)".formatted(origin);
            return "The property %s %s%s: %s".formatted(property, found, place, reason);
        }

        @Override
        public String action() {
            var purpose = ConfigurationMetadata.descriptionOf(property)
                    .map(description -> " What it is for: " + description)
                    .orElse("");
            return "Set %s in the configuration or %s in the environment.%s"
                    .formatted(property, Fault.environmentVariable(property), purpose);
        }
    }

    /** Each property may be fine by itself. */
    private record OfSeveral(String prefix, String reason) implements Fault {

        @Override
        public String description() {
            return "The properties %s.* do not go together: %s".formatted(prefix, reason);
        }

        @Override
        public String action() {
            return "Change one of %s.* in the configuration, or of %s_* in the environment."
                    .formatted(prefix, Fault.environmentVariable(prefix));
        }
    }
}
