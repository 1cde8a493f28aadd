package dev.postern.admin.testing;

import dev.postern.common.testing.MariaDb;
import dev.postern.common.testing.TestDatabase;
import dev.postern.common.testing.TestSecrets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the service the test database and its secret files. */
public final class ServiceUnderTest implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Where browsers reach it, as it is told: the real port is known once it runs. */
    public static final String SITE = "https://localhost:8444";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(settings(TestDatabase.host(), TestDatabase.port()))
                .applyTo(context);
    }

    /** The settings for a database at this place. */
    public static Map<String, String> settings(String host, int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        // Tests ask for more in a minute than anybody else.
        settings.put("postern.admin.limits.token-requests", "1000000");
        settings.put("postern.admin.limits.operator-requests", "1000000");
        settings.put("postern.admin.limits.address-requests", "1000000");
        settings.put("postern.admin.database.url", "jdbc:mariadb://%s:%d/postern".formatted(host, port));
        settings.put(
                "postern.admin.database.password-file",
                TestSecrets.file("db_admin_password", MariaDb.passwordOf("admin"))
                        .toString());
        settings.put(
                "postern.admin.database.schema-password-file",
                TestSecrets.file("db_admin_schema_password", MariaDb.passwordOf("admin_schema"))
                        .toString());
        settings.put(
                "postern.admin.audit.key-file",
                TestSecrets.file("audit_key", "a key that only the tests have").toString());
        // Nobody is there; tests that need the mail store start it.
        settings.put("postern.admin.mail-store.url", "http://127.0.0.1:1/doveadm/v1");
        settings.put(
                "postern.admin.mail-store.key-file",
                TestSecrets.file("mail_store_key", "a key for the mail store").toString());
        // Several services share the database here; the test of moves starts one that runs them.
        settings.put("postern.admin.migration.mail.parallel", "0");
        settings.put("postern.admin.webhooks.parallel", "0");
        settings.put(
                "postern.admin.credentials.key-file",
                TestSecrets.file("credential_key", "dGhlIHRlc3RzJyBvd24ga2V5LCB3aXRoIDMyIGJ5dGU=")
                        .toString());
        settings.put("postern.dashboards.admin", SITE);
        settings.put(
                "postern.admin.token.file",
                TestSecrets.file("admin_token", TestSecrets.TOKEN).toString());
        settings.put(
                "postern.admin.surroundings.token-file",
                TestSecrets.file("admin_token", TestSecrets.TOKEN).toString());
        settings.put(
                "postern.admin.operator.password-file",
                TestSecrets.file("operator_password", TestSecrets.OPERATOR_PASSWORD)
                        .toString());
        settings.putAll(Neighbourhood.settings());
        return settings;
    }
}
