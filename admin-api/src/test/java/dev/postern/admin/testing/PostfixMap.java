package dev.postern.admin.testing;

import dev.postern.common.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One of Postfix's maps, asked with the very query of its file, as its user. */
public final class PostfixMap {

    private final String query;

    private PostfixMap(String query) {
        this.query = query;
    }

    public static PostfixMap of(String name) {
        try {
            var file = Files.readString(Path.of("../infra/postfix/sql", name + ".cf"));
            return new PostfixMap(file.substring(file.indexOf("query = ") + "query = ".length()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** An address, as Postfix asks for it (mysql_table(5)). */
    public List<String> ask(String address) throws SQLException {
        var at = address.lastIndexOf('@');
        var local = address.substring(0, at);
        if (local.isEmpty() && query.contains("%u")) {
            return List.of();
        }
        var sql = query.replace("%%", "\0")
                .replace("%s", quoted(address))
                .replace("%u", quoted(local))
                .replace("%d", quoted(address.substring(at + 1)))
                .replace("\0", "%");
        var values = new ArrayList<String>();
        try (var connection = TestDatabase.connect("postfix", "postfix_view");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}
