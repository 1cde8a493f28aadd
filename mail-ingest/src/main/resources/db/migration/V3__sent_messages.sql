-- What was accepted from people who logged in, one row a message: the limits are counted here, and the way of each begins here.
CREATE TABLE sent_message (
    id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    accepted_at  DATETIME(6)     NOT NULL COMMENT 'UTC',
    queue_id     VARCHAR(20)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    login        VARCHAR(254)    NOT NULL,
    domain       VARCHAR(253)    NOT NULL COMMENT 'of the log-in',
    reverse_path VARCHAR(320)    NOT NULL COMMENT 'empty: the null reverse-path',
    author       VARCHAR(320)    NOT NULL COMMENT 'the first address in From',
    message_id   VARCHAR(500)    NOT NULL COMMENT 'without angle brackets; empty: none',
    size_bytes   BIGINT UNSIGNED NOT NULL,
    recipients   INT UNSIGNED    NOT NULL,
    PRIMARY KEY (id),
    KEY by_login (login, accepted_at, recipients),
    KEY by_domain (domain, accepted_at, recipients),
    KEY by_time (accepted_at),
    KEY by_queue_id (queue_id)
) ENGINE = InnoDB;
