package dev.postern.dkim.testing;

import dev.postern.common.testing.Api;
import dev.postern.common.testing.MariaDb;
import dev.postern.common.testing.TestSecrets;
import dev.postern.dkim.DkimApplication;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service, started by a test on a key store of its own. */
public final class RunningService implements AutoCloseable {

    private static final String NO_DATABASE = "jdbc:mariadb://127.0.0.1:1/operator_view";

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it without a database, which only the log-in needs. */
    public static RunningService start(Path store) {
        return start(store, Map.of());
    }

    /** Starts it with settings of its own, a database for example. */
    public static RunningService start(Path store, Map<String, String> differences) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("postern.dkim.store.directory", store.toString());
        settings.put("postern.dkim.database.url", NO_DATABASE);
        settings.put("postern.dkim.database.password-file", secret("db_dkim_password", MariaDb.passwordOf("dkim")));
        settings.put("postern.dkim.api.token-file", secret("admin_token", TestSecrets.TOKEN));
        settings.putAll(differences);
        var arguments = settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
        return new RunningService(new SpringApplicationBuilder(DkimApplication.class).run(arguments));
    }

    public Api api() {
        return new Api(context.getEnvironment());
    }

    @Override
    public void close() {
        context.close();
    }

    private static String secret(String name, String content) {
        return TestSecrets.file(name, content).toString();
    }
}
