package dev.postern.dkim.testing;

import dev.postern.common.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** A stand-in for the view of the operators that admin-api makes in the platform's database. */
public final class OperatorView {

    private static final String SCHEMA = "operator_view";

    private OperatorView() {}

    /** Where the service reads the operators' accounts. */
    public static String url() {
        return TestDatabase.url(SCHEMA);
    }

    /** Lets an operator sign in, or no longer. */
    public static void keepOperator(String username, String passwordHash, boolean enabled) {
        try (var connection = connect();
                var statement = connection.prepareStatement("REPLACE INTO operator VALUES (?, ?, ?)")) {
            statement.setString(1, username);
            statement.setString(2, passwordHash);
            statement.setBoolean(3, enabled);
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Connection connect() throws SQLException {
        var connection = TestDatabase.connect("admin_schema", SCHEMA);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS operator (username VARCHAR(255) PRIMARY KEY,"
                    + " password_hash VARCHAR(255) NOT NULL, enabled BOOLEAN NOT NULL)");
        }
        return connection;
    }
}
