-- One row for each delivery attempt. The delivery key says which attempts are about the same message for the same recipient.
CREATE TABLE receipt (
    id             BIGINT UNSIGNED  NOT NULL AUTO_INCREMENT,
    received_at    DATETIME(6)      NOT NULL COMMENT 'UTC',
    trace_id       CHAR(26)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    delivery_key   BINARY(32)       NULL COMMENT 'NULL: refused before it was read',
    reverse_path   VARCHAR(320)     NOT NULL COMMENT 'empty: the null reverse-path',
    recipient      VARCHAR(320)     NOT NULL,
    client_address VARCHAR(45)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    client_helo    VARCHAR(255)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    size_bytes     BIGINT UNSIGNED  NOT NULL,
    outcome        ENUM ('accepted', 'refused', 'deferred') NOT NULL,
    reason         VARCHAR(32)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    duplicate      BOOLEAN          NOT NULL,
    smtp_code      SMALLINT UNSIGNED NULL COMMENT 'NULL: the next hop did not say anything',
    smtp_enhanced  VARCHAR(11)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    reply_text     VARCHAR(1000)    NOT NULL,
    duration_ms    INT UNSIGNED     NOT NULL,
    PRIMARY KEY (id),
    -- Writing the same receipt again after an unclear commit changes nothing.
    UNIQUE KEY once (trace_id, received_at),
    KEY by_delivery_key (delivery_key, outcome),
    KEY by_time (received_at),
    KEY by_outcome (outcome, received_at),
    KEY by_recipient (recipient, received_at),
    KEY by_sender (reverse_path, received_at)
) ENGINE = InnoDB;
