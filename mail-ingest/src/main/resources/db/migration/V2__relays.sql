-- Which way mail leaves: for each relay the transport that Postfix takes, which is another one while it has had its allowance.
CREATE TABLE relay (
    name      VARCHAR(31)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    transport VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB;

-- Postfix has a right on the view alone.
CREATE SQL SECURITY DEFINER VIEW ingest_view.relay AS
SELECT name, transport
FROM ingest.relay;
