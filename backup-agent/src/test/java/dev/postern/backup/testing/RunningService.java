package dev.postern.backup.testing;

import dev.postern.backup.BackupApplication;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.TestSecrets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service, started by a test on places of its own. There is no database, nor anything else but the service. */
public final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it on one directory for all three places. */
    public static RunningService start(Path everything) {
        return start(everything, Map.of());
    }

    /** Starts it with settings of its own. Disks are never too full for it unless these say so. */
    public static RunningService start(Path everything, Map<String, String> differences) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("postern.backup.storage.mail", everything.toString());
        settings.put("postern.backup.storage.database", everything.toString());
        settings.put("postern.backup.storage.backup", everything.toString());
        settings.put("postern.backup.storage.warn-at", "99");
        settings.put("postern.backup.storage.alarm-at", "100");
        settings.put("postern.backup.storage.interval", "1s");
        settings.put(
                "postern.backup.api.token-file",
                TestSecrets.file("admin_token", TestSecrets.TOKEN).toString());
        settings.put(
                "postern.backup.operator.password-file",
                TestSecrets.file("operator_password", TestSecrets.OPERATOR_PASSWORD)
                        .toString());
        settings.putAll(differences);
        var arguments = settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
        return new RunningService(new SpringApplicationBuilder(BackupApplication.class).run(arguments));
    }

    public Api api() {
        return new Api(context.getEnvironment());
    }

    @Override
    public void close() {
        context.close();
    }
}
