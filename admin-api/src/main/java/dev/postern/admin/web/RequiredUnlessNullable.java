package dev.postern.admin.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Tells readers of the OpenAPI document what the types tell us: a component that is not {@link Nullable} is there. */
final class RequiredUnlessNullable implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        var components = componentsOf(type);
        if (schema != null && schema.get$ref() != null && components != null) {
            var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            require(context.getDefinedModels().get(name), components);
        }
        return schema;
    }

    private static RecordComponent @Nullable [] componentsOf(AnnotatedType type) {
        JavaType java = Json31.mapper().constructType(type.getType());
        return java.getRawClass().getRecordComponents();
    }

    private static void require(@Nullable Schema<?> model, RecordComponent[] components) {
        if (model == null) {
            return;
        }
        Arrays.stream(components)
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .filter(name ->
                        model.getProperties() != null && model.getProperties().containsKey(name))
                .forEach(model::addRequiredItem);
    }
}
