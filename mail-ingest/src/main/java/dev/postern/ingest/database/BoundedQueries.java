package dev.postern.ingest.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Queries that MariaDB itself gives up when they take too long: receipts being written come first. */
public final class BoundedQueries {

    /** Less than the time after which the connection would be taken for dead. */
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private BoundedQueries() {}

    public static JdbcClient on(DataSource database) {
        var template = new JdbcTemplate(database);
        template.setQueryTimeout(Math.toIntExact(LIMIT.toSeconds()));
        return JdbcClient.create(template);
    }
}
