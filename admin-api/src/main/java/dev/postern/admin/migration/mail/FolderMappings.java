package dev.postern.admin.migration.mail;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code folder_mapping}. */
@Repository
class FolderMappings {

    private final JdbcClient jdbc;

    FolderMappings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    FolderMapping read() {
        var targets = new TreeMap<String, String>();
        jdbc.sql("select name, target from folder_mapping").query(row -> {
            targets.put(row.getString("name"), row.getString("target"));
        });
        return new FolderMapping(targets);
    }

    /** Replaces all of it. */
    void write(Map<String, String> targets) {
        jdbc.sql("delete from folder_mapping").update();
        targets.forEach((name, target) -> jdbc.sql("insert into folder_mapping (name, target) values (:name, :target)")
                .param("name", name)
                .param("target", target)
                .update());
    }
}
