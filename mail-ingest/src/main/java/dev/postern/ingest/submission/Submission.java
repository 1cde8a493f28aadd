package dev.postern.ingest.submission;

import java.util.List;

/**
 * What somebody who logged in wants to send, as the filter saw it at the end of the data.
 *
 * @param queueId that Postfix gave it
 * @param login the mailbox whose password was used
 * @param reversePath empty for none; Postfix has compared it with the log-in
 * @param recipients of the envelope
 * @param fromFields how many {@code From:} fields there are
 * @param authors the addresses in them
 * @param messageId as it stands in the message, without angle brackets; empty if there is none
 * @param size in bytes
 */
record Submission(
        String queueId,
        String login,
        String reversePath,
        List<String> recipients,
        int fromFields,
        List<String> authors,
        String messageId,
        long size) {

    Submission {
        recipients = List.copyOf(recipients);
        authors = List.copyOf(authors);
    }
}
