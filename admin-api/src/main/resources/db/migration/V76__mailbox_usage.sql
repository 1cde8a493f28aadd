-- How much each mailbox holds, as Dovecot said when it was last asked. It is asked again some seconds after mail came or went
-- (stale_since), and once a day.
create table mailbox_usage (
  mailbox     varchar(254)    not null primary key,
  domain      varchar(253)    not null,
  bytes       bigint unsigned null,
  messages    bigint unsigned null,
  at          datetime(6)     null,
  stale_since datetime(6)     null,
  index mailbox_usage_stale (stale_since),
  index mailbox_usage_at (at),
  index mailbox_usage_bytes (bytes),
  -- Sums are read from this alone.
  index mailbox_usage_domain (domain, bytes),
  constraint mailbox_usage_mailbox foreign key (mailbox) references mailbox (address) on delete cascade
);
