-- What became of a message in Postfix's queue for each of its recipients: the last attempt, as Postfix's log told it.
CREATE TABLE delivery (
    queue_id      VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recipient     VARCHAR(320)  NOT NULL,
    state         ENUM ('sent', 'deferred', 'bounced') NOT NULL,
    service       VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of Postfix: lmtp, forward, relay-…',
    relay         VARCHAR(300)  NOT NULL COMMENT 'host[address]:port, or none',
    dsn           VARCHAR(11)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reply         VARCHAR(1000) NOT NULL,
    next_queue_id VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'as the other side calls it',
    tries         INT UNSIGNED  NOT NULL,
    first_at      DATETIME(6)   NOT NULL COMMENT 'UTC',
    last_at       DATETIME(6)   NOT NULL COMMENT 'UTC',
    PRIMARY KEY (queue_id, recipient),
    KEY by_recipient (recipient, last_at),
    KEY by_time (last_at),
    KEY by_service (state, service, last_at)
) ENGINE = InnoDB;

-- How far the log has been read; written together with what was read.
CREATE TABLE log_place (
    id       TINYINT UNSIGNED NOT NULL,
    file     VARCHAR(100)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position BIGINT UNSIGNED  NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;
