-- What a relay told of messages it had taken, each event once.
CREATE TABLE relay_event (
    id         BINARY(32)    NOT NULL COMMENT 'SHA-256 of the relay''s own id of the event',
    relay      VARCHAR(31)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       ENUM ('bounced', 'blocked', 'dropped', 'called_spam') NOT NULL,
    at         DATETIME(6)   NOT NULL COMMENT 'UTC',
    recipient  VARCHAR(320)  NOT NULL,
    queue_id   VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'empty: none of the messages we remember',
    message_id VARCHAR(500)  NOT NULL,
    status     VARCHAR(11)   NOT NULL,
    reason     VARCHAR(1000) NOT NULL,
    to_report  BOOLEAN       NOT NULL COMMENT 'the sender is still to be told',
    PRIMARY KEY (id),
    KEY by_report (to_report, at),
    KEY by_queue_id (queue_id),
    KEY by_time (at)
) ENGINE = InnoDB;

-- Addresses that are not written to any more.
CREATE TABLE suppression (
    recipient VARCHAR(254) NOT NULL,
    since     DATETIME(6)  NOT NULL COMMENT 'UTC',
    reason    VARCHAR(500) NOT NULL,
    PRIMARY KEY (recipient)
) ENGINE = InnoDB;

CREATE SQL SECURITY DEFINER VIEW ingest_view.suppression AS
SELECT recipient
FROM ingest.suppression;

-- The name that a relay gave to a message when it took it, whatever it looks like.
ALTER TABLE delivery
    ADD COLUMN remote_id VARCHAR(100) NOT NULL DEFAULT '' AFTER next_queue_id,
    ADD KEY by_remote_id (remote_id);
ALTER TABLE sent_message
    ADD KEY by_message_id (message_id);
