package dev.postern.admin.testing;

import dev.postern.common.testing.TestDatabase;
import dev.postern.common.testing.TestSecrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Operators for tests; their password is that of {@link TestSecrets}. */
public final class Staff {

    private static final String HASH =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(TestSecrets.OPERATOR_PASSWORD);

    private Staff() {}

    public static String owner() {
        return add("owner");
    }

    public static String auditor() {
        return add("auditor");
    }

    public static String administratorOf(String... domains) {
        var username = add("domain_administrator");
        for (var domain : domains) {
            change("insert into operator_domain (operator, domain) values (?, ?)", username, domain);
        }
        return username;
    }

    public static void disable(String username) {
        change("update operator set enabled = false where username = ?", username);
    }

    public static void enable(String username) {
        change("update operator set enabled = true where username = ?", username);
    }

    /** All who could run the platform in place of somebody. */
    public static List<String> ownersBut(String username) {
        try (Connection connection = TestDatabase.connect("admin", "postern");
                var statement = connection.prepareStatement(
                        "select username from operator where role = 'owner' and enabled and username <> ?")) {
            statement.setString(1, username);
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static void giveRole(String username, String role) {
        change("update operator set role = ? where username = ?", role, username);
    }

    public static void takeDomain(String username, String domain) {
        change("delete from operator_domain where operator = ? and domain = ?", username, domain);
    }

    public static void remove(String username) {
        change("delete from operator where username = ?", username);
    }

    private static String add(String role) {
        var username = AdminApi.unique(role.replace('_', '-'));
        change(
                "insert into operator (username, password_hash, enabled, role) values (?, ?, true, ?)",
                username,
                HASH,
                role);
        return username;
    }

    /** Changes what no test could otherwise reach in time. */
    public static void change(String sql, String... parameters) {
        try (Connection connection = TestDatabase.connect("admin", "postern");
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
