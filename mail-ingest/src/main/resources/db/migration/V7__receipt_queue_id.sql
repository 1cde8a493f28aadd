-- The name that Postfix gave to an accepted message: what became of it stands in `delivery` under the same.
ALTER TABLE receipt
    ADD COLUMN queue_id VARCHAR(20) COLLATE utf8mb4_bin
        GENERATED ALWAYS AS (IF(outcome = 'accepted' AND reply_text LIKE '%queued as %',
                                LEFT(SUBSTRING_INDEX(reply_text, 'queued as ', -1), 20), NULL)) STORED,
    ADD KEY by_queue_id (queue_id);
