package dev.postern.common.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The descriptions that the build writes down beside every configuration property. */
final class ConfigurationMetadata {

    private static final String FILE = "META-INF/spring-configuration-metadata.json";

    private ConfigurationMetadata() {}

    static Optional<String> descriptionOf(String property) {
        return files().flatMap(file -> read(file).path("properties").valueStream())
                .filter(entry -> entry.path("name").asString().equals(property))
                .map(entry -> entry.path("description").asString())
                .filter(description -> !description.isEmpty())
                .findFirst();
    }

    private static Stream<URL> files() {
        try {
            return Collections.list(ConfigurationMetadata.class.getClassLoader().getResources(FILE)).stream();
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }

    private static JsonNode read(URL file) {
        try (var content = file.openStream()) {
            return JsonMapper.shared().readTree(content);
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }
}
