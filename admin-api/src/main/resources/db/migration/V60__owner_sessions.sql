-- Who is signed in to the settings of his own mailbox. Of the secret that his browser or program has, only the digest is kept.
create table owner_session (
  sha256    binary(32)   not null primary key,
  mailbox   varchar(254) not null,
  -- From where it was opened.
  address   varchar(45)  not null,
  agent     varchar(200) not null,
  opened_at datetime(6)  not null default utc_timestamp(6),
  seen_at   datetime(6)  not null default utc_timestamp(6),
  -- When he last showed, by password or another means, that he is the owner.
  proven_at datetime(6)  not null default utc_timestamp(6),
  index owner_session_seen (seen_at),
  constraint owner_session_mailbox foreign key (mailbox) references mailbox (address) on delete cascade
);
