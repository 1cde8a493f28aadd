package dev.postern.admin.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Api.Answer;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document says all that the API can do, and nothing that it cannot. */
@AdminApiTest
class ApiDescriptionIT {

    @Autowired
    AdminApi api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    private JsonNode description;

    @BeforeEach
    void fetchDescription() {
        var answer = api.call("GET", "/api/v1/openapi.json", null, null);
        assertThat(answer.status()).isEqualTo(200);
        description = answer.body();
    }

    @Test
    void isOpenApi31() {
        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(description.at("/servers/0/url").asString()).isEqualTo("/");
    }

    @Test
    void hasEveryRouteAndNoOther() {
        assertThat(describedOperations().keySet())
                .isEqualTo(existingOperations().keySet());
    }

    @Test
    void namesEveryOperationOnce() {
        var names = describedOperations().values().stream()
                .map(operation -> operation.path("operationId").asString())
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-zA-Z]+"));
    }

    @Test
    void hasEveryFieldOfEveryRequestAndNoOther() {
        existingOperations().forEach((name, handler) -> {
            var body = Arrays.stream(handler.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                    // A file has no fields.
                    .filter(parameter -> parameter.getParameterType().isRecord())
                    .findFirst();
            var described = schema(described(name).at("/requestBody/content/application~1json/schema"));

            assertThat(propertiesOf(described))
                    .as(name)
                    .isEqualTo(body.map(ApiDescriptionIT::componentsOf).orElse(Set.of()));
        });
    }

    @Test
    void hasEveryFieldOfEveryAnswerAndNoOther() {
        var domain = api.newDomain();
        var newMailbox = "{'address': 'alice@%s'}".formatted(domain);
        var newAlias = "{'address': 'info@%1$s', 'targets': ['alice@%1$s']}".formatted(domain);

        check(
                "POST /api/v1/domains",
                api.post("/api/v1/domains", "{'name': '%s'}".formatted(AdminApi.unique("d") + ".example")));
        check("GET /api/v1/domains", api.get("/api/v1/domains?size=1"));
        check("GET /api/v1/domains/{name}", api.get("/api/v1/domains/" + domain));
        check("PATCH /api/v1/domains/{name}", api.patch("/api/v1/domains/" + domain, "{'enabled': true}"));
        check(
                "PUT /api/v1/domains/{name}/limits",
                api.put("/api/v1/domains/%s/limits".formatted(domain), "{'mailboxes': 5}"));
        var administrators = "/api/v1/domains/%s/administrators".formatted(domain);
        check("GET /api/v1/domains/{name}/administrators", api.get(administrators));
        check("PUT /api/v1/domains/{name}/administrators", api.put(administrators, "{'administrators': []}"));
        var catchAll = "/api/v1/domains/%s/catch-all".formatted(domain);
        check("GET /api/v1/domains/{name}/catch-all", api.get(catchAll));
        check("PUT /api/v1/domains/{name}/catch-all", api.put(catchAll, "{'targets': []}"));
        var mailbox = api.post("/api/v1/mailboxes", newMailbox);
        check("POST /api/v1/mailboxes", mailbox);
        var owner = Api.basic("alice@" + domain, mailbox.text("password"));
        check("GET /api/v1/self/addresses", api.call("GET", "/api/v1/self/addresses", null, owner));
        var signIn = "{'address': 'alice@%s', 'password': '%s'}".formatted(domain, mailbox.text("password"));
        check("POST /api/v1/self/sessions", api.call("POST", "/api/v1/self/sessions", signIn, null));
        check("GET /api/v1/mailboxes", api.get("/api/v1/mailboxes?domain=" + domain));
        check("GET /api/v1/mailboxes/{address}", api.get("/api/v1/mailboxes/alice@" + domain));
        check("PATCH /api/v1/mailboxes/{address}", api.patch("/api/v1/mailboxes/alice@" + domain, "{}"));
        var ofMailbox = "/api/v1/mailboxes/alice@" + domain;
        check("GET /api/v1/mailboxes/{address}/forwarding", api.get(ofMailbox + "/forwarding"));
        check("PUT /api/v1/mailboxes/{address}/forwarding", api.put(ofMailbox + "/forwarding", "{'targets': []}"));
        check("GET /api/v1/mailboxes/{address}/send-as", api.get(ofMailbox + "/send-as"));
        check("PUT /api/v1/mailboxes/{address}/send-as", api.put(ofMailbox + "/send-as", "{'addresses': []}"));
        check("POST /api/v1/aliases", api.post("/api/v1/aliases", newAlias));
        check("GET /api/v1/mailboxes/{address}/aliases", api.get(ofMailbox + "/aliases"));
        check(
                "POST /api/v1/aliases/disposable",
                api.post(
                        "/api/v1/aliases/disposable",
                        "{'domain': '%1$s', 'targets': ['alice@%1$s'], 'note': 'x', 'expiresAt': '2090-01-01T00:00:00Z'}"
                                .formatted(domain)));
        check("GET /api/v1/aliases", api.get("/api/v1/aliases?domain=" + domain));
        check("GET /api/v1/aliases/{address}", api.get("/api/v1/aliases/info@" + domain));
        check("GET /api/v1/clients/{domain}", api.get("/api/v1/clients/" + domain));
        check("PATCH /api/v1/aliases/{address}", api.patch("/api/v1/aliases/info@" + domain, "{}"));
        check("DELETE /api/v1/aliases/{address}", api.delete("/api/v1/aliases/info@" + domain));
        check("DELETE /api/v1/mailboxes/{address}", api.delete("/api/v1/mailboxes/alice@" + domain));
        check("DELETE /api/v1/domains/{name}", api.delete("/api/v1/domains/" + domain));
    }

    @Test
    void describesRefusalsAsTheyAre() {
        var domain = api.newDomain();
        var again = "{'name': '%s'}".formatted(domain);

        check("POST /api/v1/domains", api.post("/api/v1/domains", again));
        check("POST /api/v1/domains", api.post("/api/v1/domains", "{}"));
        check("POST /api/v1/domains", api.post("/api/v1/domains", "{"));
        check("GET /api/v1/domains/{name}", api.get("/api/v1/domains/nowhere.example"));
        check("GET /api/v1/domains", api.get("/api/v1/domains?size=0"));
        check("GET /api/v1/domains", api.get("/api/v1/domains?page=x"));
        check("DELETE /api/v1/mailboxes/{address}", api.delete("/api/v1/mailboxes/nobody"));
        check("POST /api/v1/self/password", api.call("POST", "/api/v1/self/password", "{'newPassword': ''}", null));
        check("GET /api/v1/self/addresses", api.call("GET", "/api/v1/self/addresses", null, null));
        check("GET /api/v1/domains", api.call("GET", "/api/v1/domains", null, null));
    }

    /** The status of an answer has to be described, with exactly the fields that came. */
    private void check(String operation, Answer answer) {
        var described = described(operation).path("responses").path(String.valueOf(answer.status()));
        assertThat(described.isObject())
                .as("%s → %s is described", operation, answer)
                .isTrue();
        var content = described.path("content").properties().stream().findFirst();
        if (content.isEmpty()) {
            assertThat(answer.body().isMissingNode())
                    .as("%s has no body", operation)
                    .isTrue();
            return;
        }
        assertThat(answer.header("Content-Type")).startsWith(content.get().getKey());
        compare(operation, answer.body(), schema(content.get().getValue().path("schema")));
    }

    private void compare(String where, JsonNode given, JsonNode schema) {
        switch (schema.path("type").asString()) {
            case "object" -> {
                assertThat(propertiesOf(schema)).as(where).containsAll(given.propertyNames());
                assertThat(Set.copyOf(given.propertyNames())).as(where).containsAll(requiredOf(schema));
                given.properties()
                        .forEach(field -> compare(
                                where + "." + field.getKey(),
                                field.getValue(),
                                schema(schema.path("properties").path(field.getKey()))));
            }
            case "array" -> given.forEach(item -> compare(where + "[]", item, schema(schema.path("items"))));
            case "string" -> assertThat(given.isString()).as(where).isTrue();
            case "integer" -> assertThat(given.isIntegralNumber()).as(where).isTrue();
            case "boolean" -> assertThat(given.isBoolean()).as(where).isTrue();
            default -> throw new AssertionError("%s is of no known type: %s".formatted(where, schema));
        }
    }

    private JsonNode described(String operation) {
        return Objects.requireNonNull(describedOperations().get(operation), operation);
    }

    private Map<String, JsonNode> describedOperations() {
        return description.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> Map.entry(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, HandlerMethod> existingOperations() {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getPackageName().startsWith("dev.postern.admin"))
                .flatMap(route -> namesOf(route.getKey()).map(name -> Map.entry(name, route.getValue())))
                .filter(route -> route.getKey().contains(" /api/"))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<String> namesOf(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods().stream()
                .flatMap(method -> route.getPatternValues().stream().map(path -> method + " " + path));
    }

    private JsonNode schema(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }

    private static Set<String> propertiesOf(JsonNode schema) {
        return new TreeSet<>(schema.path("properties").propertyNames());
    }

    private static Set<String> requiredOf(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asString).collect(toSet());
    }

    private static Set<String> componentsOf(MethodParameter body) {
        return Arrays.stream(body.getParameterType().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(toSet());
    }
}
