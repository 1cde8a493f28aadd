package dev.postern.ingest.receipts;

import dev.postern.common.service.SecretFile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Reads the password when it connects: neither is needed to start, and a new password counts from the next connection. */
final class PasswordFileDataSource extends AbstractDataSource {

    private static final String CONNECT_MILLIS = "1500";
    private static final String SILENCE_MILLIS = "5000";

    private final ReceiptSettings settings;

    PasswordFileDataSource(ReceiptSettings settings) {
        this.settings = settings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(settings.username(), SecretFile.read(settings.passwordFile()));
    }

    /** The pool sets one; here each connection has its own (connectTimeout). */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_MILLIS);
        properties.setProperty("socketTimeout", SILENCE_MILLIS);
        return DriverManager.getConnection(settings.url(), properties);
    }
}
