-- What was deleted lies in the bin for a while, out of use and unseen, and can be brought back with all that belongs to it. Its
-- name stays taken. Deleted is also disabled: so no view shows what its reader has not heard of. was_enabled is how it was before.
-- The accounts of a deleted domain were deleted at the same moment, and come back with it; those deleted earlier do not.
alter table domain
  add column deleted_at  datetime(6) null,
  add column was_enabled boolean     null;

alter table mailbox
  add column deleted_at  datetime(6) null,
  add column was_enabled boolean     null,
  drop index mailbox_domain,
  add index mailbox_domain (domain, deleted_at, quota_bytes);

alter table alias
  add column deleted_at  datetime(6) null,
  add column was_enabled boolean     null,
  drop index alias_domain,
  add index alias_domain (domain, deleted_at);

-- Mailboxes that are gone for good, and whose mail is still to be removed. Nobody gets the address before that is done.
create table mail_erasure (
  mailbox  varchar(254) not null primary key,
  asked_at datetime(6)  not null default utc_timestamp(6),
  index mail_erasure_asked (asked_at)
);
