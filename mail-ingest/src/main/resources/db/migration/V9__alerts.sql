-- What an operator should know soon.
CREATE TABLE alert (
    id      BINARY(32)    NOT NULL COMMENT 'SHA-256 of the day and the subject: the same is told once a day',
    at      DATETIME(6)   NOT NULL COMMENT 'UTC',
    subject VARCHAR(300)  NOT NULL,
    text    VARCHAR(2000) NOT NULL,
    to_send BOOLEAN       NOT NULL COMMENT 'not mailed yet',
    PRIMARY KEY (id),
    KEY by_time (at),
    KEY by_sending (to_send, at)
) ENGINE = InnoDB;
