package dev.postern.admin.testing;

import dev.postern.admin.AdminApplication;
import dev.postern.common.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service started by a test itself, to see it start and stop. */
public final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it with the settings of {@link ServiceUnderTest} and what differs from them. */
    public static RunningService start(Map<String, String> differences) {
        var settings = new HashMap<>(ServiceUnderTest.settings(TestDatabase.host(), TestDatabase.port()));
        settings.putAll(differences);
        var arguments = settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
        return new RunningService(new SpringApplicationBuilder(AdminApplication.class).run(arguments));
    }

    public AdminApi api() {
        return new AdminApi(context.getEnvironment());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
