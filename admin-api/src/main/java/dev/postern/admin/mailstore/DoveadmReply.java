package dev.postern.admin.mailstore;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What became of one command. */
public sealed interface DoveadmReply {

    /** It was done; each row is an object of texts. */
    record Rows(List<JsonNode> rows) implements DoveadmReply {

        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * It was not done. Dovecot's log says why.
     *
     * @param kind {@code exitCode}, or what was wrong with the command itself, as {@code unAuthorized}
     * @param exitCode counts if that is the kind: one of sysexits.h, or 68 for what is not there
     */
    record Failed(String kind, int exitCode) implements DoveadmReply {

        private static final int NO_USER = 67;
        private static final int NOT_FOUND = 68;

        /** Whether it is because there is no such mailbox, folder or file. */
        public boolean isForWhatIsNotThere() {
            return kind.equals("exitCode") && (exitCode == NO_USER || exitCode == NOT_FOUND);
        }

        @Override
        public String toString() {
            return kind.equals("exitCode") ? "Dovecot's log says more (exit code %d)".formatted(exitCode) : kind;
        }
    }
}
