-- How much a relay took today and this month is counted over the deliveries to its host.
ALTER TABLE delivery
    ADD COLUMN relay_host VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin
        GENERATED ALWAYS AS (SUBSTRING_INDEX(LEFT(relay, 255), '[', 1)) STORED AFTER relay,
    ADD KEY by_relay (relay_host, state, last_at, queue_id);
