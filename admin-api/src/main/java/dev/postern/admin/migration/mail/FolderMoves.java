package dev.postern.admin.migration.mail;

import dev.postern.admin.migration.mail.FolderMove.Checkpoint;
import dev.postern.admin.migration.mail.FolderMove.Count;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code mail_move_folder}. */
@Repository
class FolderMoves {

    private final JdbcClient jdbc;

    FolderMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FolderMove> of(long move) {
        return jdbc.sql("""
                        select source, target, rest, uid_validity, copied_to, chunk_to, chunk_from, compare_below, messages,
                               moved, present, refused, bytes, refusals, done
                        from mail_move_folder where move = :move order by position, source""").param("move", move).query(FolderMoves::folder).list();
    }

    /** A folder that goes elsewhere now begins anew; one that is gone there stays as it was. */
    void plan(long move, List<FolderMove> planned) {
        var position = 0;
        for (var folder : planned) {
            jdbc.sql("""
                            insert into mail_move_folder (move, source, target, position, rest)
                            values (:move, :source, :target, :position, :rest)
                            on duplicate key update
                              uid_validity = if(target = values(target), uid_validity, 0),
                              target = values(target), position = values(position), rest = values(rest), done = false""")
                    .param("move", move)
                    .param("source", folder.source())
                    .param("target", folder.target())
                    .param("position", position++)
                    .param("rest", folder.rest())
                    .update();
        }
    }

    /** Whether more is done with than before. */
    boolean note(long move, FolderMove folder) {
        var before = jdbc.sql("""
                        select copied_to from mail_move_folder where move = :move and source = :source""")
                .param("move", move)
                .param("source", folder.source())
                .query(Long.class)
                .single();
        var checkpoint = folder.checkpoint();
        var count = folder.count();
        jdbc.sql("""
                        update mail_move_folder
                        set uid_validity = :validity, copied_to = :copiedTo, chunk_to = :chunkTo, chunk_from = :chunkFrom,
                            compare_below = :compareBelow, messages = :messages, moved = :moved, present = :present,
                            refused = :refused, bytes = :bytes, refusals = :refusals, done = :done
                        where move = :move and source = :source""")
                .param("move", move)
                .param("source", folder.source())
                .param("validity", checkpoint.uidValidity())
                .param("copiedTo", checkpoint.copiedTo())
                .param("chunkTo", checkpoint.chunkTo())
                .param("chunkFrom", checkpoint.chunkFrom())
                .param("compareBelow", checkpoint.compareBelow())
                .param("messages", folder.messages())
                .param("moved", count.moved())
                .param("present", count.present())
                .param("refused", count.refused())
                .param("bytes", count.bytes())
                .param("refusals", count.refusals())
                .param("done", folder.done())
                .update();
        return checkpoint.copiedTo() > before;
    }

    void startOver(long move) {
        jdbc.sql("update mail_move_folder set uid_validity = 0, done = false where move = :move")
                .param("move", move)
                .update();
    }

    private static FolderMove folder(ResultSet row, int number) throws SQLException {
        return new FolderMove(
                row.getString("source"),
                row.getString("target"),
                row.getBoolean("rest"),
                new Checkpoint(
                        row.getLong("uid_validity"),
                        row.getLong("copied_to"),
                        row.getLong("chunk_to"),
                        row.getLong("chunk_from"),
                        row.getLong("compare_below")),
                row.getLong("messages"),
                new Count(
                        row.getLong("moved"),
                        row.getLong("present"),
                        row.getLong("refused"),
                        row.getLong("bytes"),
                        row.getString("refusals")),
                row.getBoolean("done"));
    }
}
