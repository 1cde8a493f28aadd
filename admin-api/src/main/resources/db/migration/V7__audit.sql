-- Who did what. It lies in a schema of its own, in which the service itself may read and add, and nothing else.
-- Each entry's hash is made with a secret key over its content and the hash before, so that a change shows.
create table audit.entry (
  id      bigint unsigned                              not null primary key,
  at      datetime(6)                                  not null,
  kind    enum ('operator','token','mailbox','platform') not null,
  actor   varchar(254)                                 not null,
  address varchar(45)                                  null,
  action  varchar(60)                                  not null,
  subject varchar(320)                                 not null,
  -- Whose administrators may see it; null concerns the whole platform.
  domain  varchar(253)                                 null,
  before_state longtext                                null,
  after_state  longtext                                null,
  hash    binary(32)                                   not null,
  index entry_at (at),
  index entry_actor (actor, id),
  index entry_subject (subject, id),
  index entry_domain (domain, id)
);

-- The last entry, locked by whoever adds the next one. It shows when the newest entries were cut off.
create table audit_head (
  one  enum ('x')      not null primary key,
  id   bigint unsigned not null,
  hash binary(32)      not null
);

insert into audit_head (one, id, hash) values ('x', 0, repeat(char(0), 32));
