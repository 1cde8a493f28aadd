-- Who did what with a message that waited in Postfix's queue.
CREATE TABLE queue_action (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    at         DATETIME(6)     NOT NULL COMMENT 'UTC',
    operator   VARCHAR(100)    NOT NULL,
    action     ENUM ('retry', 'hold', 'release', 'delete') NOT NULL,
    queue_id   VARCHAR(20)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sender     VARCHAR(320)    NOT NULL COMMENT 'empty: the null reverse-path',
    recipients VARCHAR(1000)   NOT NULL,
    result     VARCHAR(300)    NOT NULL COMMENT 'empty: this process ended before it knew',
    PRIMARY KEY (id),
    KEY by_time (at)
) ENGINE = InnoDB;
