package dev.postern.admin.testing;

import dev.postern.common.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the audit log says of something. */
public final class AuditTrailOf {

    private AuditTrailOf() {}

    /** What was done to it, in order: kind, actor and action. */
    public static List<String> subject(String subject) {
        var entries = new ArrayList<String>();
        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.prepareStatement(
                        "select concat(kind, ' ', actor, ': ', action) from audit.entry where subject = ? order by id")) {
            statement.setString(1, subject);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(rows.getString(1));
                }
            }
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        return entries;
    }

    /** What was done to it, in order. */
    public static List<String> actionsOn(String subject) {
        return subject(subject).stream()
                .map(entry -> entry.substring(entry.indexOf(": ") + 2))
                .toList();
    }
}
