package dev.postern.common.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Puts {@code postern-defaults.properties} below everything that a service or its operator sets. */
final class PosternDefaults implements EnvironmentPostProcessor {

    private static final String FILE = "postern-defaults.properties";
    private static final String BASENAME = "spring.messages.basename";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        if (new ClassPathResource("messages.properties").exists()) {
            sources.addLast(new MapPropertySource("postern-texts", Map.of(BASENAME, "messages,postern/messages")));
        }
        try {
            sources.addLast(new ResourcePropertySource(FILE, new ClassPathResource(FILE)));
        } catch (IOException incompleteJar) {
            throw new UncheckedIOException("postern-common came without its " + FILE, incompleteJar);
        }
    }
}
