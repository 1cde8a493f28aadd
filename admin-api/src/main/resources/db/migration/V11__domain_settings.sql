-- What is said about a domain, how much may be in it, and what begins the detail of its addresses. A limit that is NULL is none.
alter table domain
  add column note               varchar(250)        not null default '' after relay,
  add column detail_sign        enum ('+', '-', '') not null default '+' after note,
  add column max_mailboxes      int unsigned        null after detail_sign,
  add column max_aliases        int unsigned        null after max_mailboxes,
  add column max_quota_bytes    bigint unsigned     null after max_aliases,
  add column max_mailbox_bytes  bigint unsigned     null after max_quota_bytes,
  add column usual_quota_bytes  bigint unsigned     null after max_mailbox_bytes;

-- Counting what is in a domain reads these indexes alone.
alter table mailbox
  add column domain varchar(253) generated always as (substring_index(address, '@', -1)) stored after address,
  add index mailbox_domain (domain, quota_bytes);

alter table alias
  add column domain varchar(253) generated always as (substring_index(address, '@', -1)) stored after address,
  add index alias_domain (domain);
