package dev.postern.admin.authorisation;

import static java.util.stream.Collectors.toMap;

import dev.postern.admin.testing.AdminApi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that an endpoint takes: a good one from the matrix, and the fields that the OpenAPI document names. */
record Body(MatrixRow row, Map<String, JsonNode> fields) {

    /** Of all endpoints that take one. */
    static List<Body> all(AdminApi api) {
        var description = api.get("/api/v1/openapi.json").body();
        return MatrixRow.all().stream()
                .filter(row -> row.body().startsWith("{"))
                .flatMap(row -> fieldsOf(row, description).stream().map(fields -> new Body(row, fields)))
                .toList();
    }

    /** Every field of every request and answer. */
    static Stream<String> allFields(AdminApi api) {
        return api.get("/api/v1/openapi.json")
                .body()
                .at("/components/schemas")
                .valueStream()
                .flatMap(schema -> schema.path("properties").propertyNames().stream())
                .distinct();
    }

    /** Empty where a file is taken. */
    private static Optional<Map<String, JsonNode>> fieldsOf(MatrixRow row, JsonNode description) {
        for (var path : description.path("paths").properties()) {
            var operation = path.getValue().path(row.method().toLowerCase(Locale.ROOT));
            if (!operation.isMissingNode() && row.isFor(path.getKey())) {
                var name = operation
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asString();
                return name.isEmpty() ? Optional.empty() : Optional.of(fieldsOf(description.at(name.substring(1))));
            }
        }
        throw new AssertionError("The OpenAPI document knows no " + row);
    }

    private static Map<String, JsonNode> fieldsOf(JsonNode schema) {
        return Map.copyOf(
                schema.path("properties").properties().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Those that take text, or a list of texts. */
    List<String> textFields() {
        return fields.entrySet().stream()
                .filter(field ->
                        isText(field.getValue()) || isText(field.getValue().path("items")))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The good one with another value in one field. */
    String with(String field, String value, Premises premises) {
        var json = json(premises);
        if (isText(Objects.requireNonNull(fields.get(field)).path("items"))) {
            json.putArray(field).add(value);
        } else {
            json.put(field, value);
        }
        return json.toString();
    }

    String withUnknown(String field, Premises premises) {
        return json(premises).put(field, "x").toString();
    }

    private ObjectNode json(Premises premises) {
        return (ObjectNode)
                JsonMapper.shared().readTree(premises.fill(row.body()).replace('\'', '"'));
    }

    private static boolean isText(JsonNode schema) {
        return schema.path("type").asString("").equals("string")
                || schema.path("type")
                        .valueStream()
                        .anyMatch(type -> type.asString().equals("string"));
    }

    @Override
    public String toString() {
        return row.toString();
    }
}
