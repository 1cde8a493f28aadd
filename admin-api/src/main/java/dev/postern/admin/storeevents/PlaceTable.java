package dev.postern.admin.storeevents;

import dev.postern.common.service.logfile.LogFile;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code store_event_place}. */
@Repository
class PlaceTable {

    private final JdbcClient jdbc;

    PlaceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to where the events were taken down. */
    Optional<LogFile.Place> place() {
        return jdbc.sql("select file, position from store_event_place")
                .query((row, _) ->
                        new LogFile.Place(Objects.requireNonNull(row.getString("file")), row.getLong("position")))
                .optional();
    }

    /** The address by which webmail came. */
    Optional<String> webmail() {
        return jdbc.sql("select webmail_address from store_event_place where webmail_address is not null")
                .query(String.class)
                .optional();
    }

    void set(LogFile.Place place, Optional<String> webmail) {
        jdbc.sql("""
                        replace into store_event_place (one, file, position, webmail_address)
                        values ('x', :file, :position, :webmail)""")
                .param("file", place.file())
                .param("position", place.offset())
                .param("webmail", webmail.orElse(null))
                .update();
    }
}
