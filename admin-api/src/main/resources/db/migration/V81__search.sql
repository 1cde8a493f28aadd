-- What a list of accounts is searched by, in lower case, beginning with the address. All that lists filter and sort by stands in one
-- index with it: so a search reads the index alone, from one end to the other, and not the rows.
alter table mailbox
  add column sought varchar(606) generated always as
    (lower(concat(address, ' ', display_name collate utf8mb4_nopad_bin, ' ', note))) stored,
  add index mailbox_sought (deleted_at, sought, enabled, quota_bytes, created_at, display_name);

alter table alias
  add column sought varchar(506) generated always as (lower(concat(address, ' ', note))) stored,
  add index alias_sought (deleted_at, sought, enabled, expires_at, created_at);
