-- Who came to a mailbox, or tried to: one row a day for each way, place and password, with the first and the last time.
create table sign_in (
  mailbox           varchar(254) not null,
  day               date         not null,
  protocol          enum ('imap','pop3','sieve','submission','webmail') not null,
  succeeded         boolean      not null,
  -- Where from; empty when it is not known.
  address           varchar(45)  not null,
  -- By which of the app passwords; empty for the mailbox's own, and for none that was right.
  app_password      char(5)      not null,
  -- Its name, also when it is gone.
  app_password_name varchar(100) null,
  first_at          datetime(6)  not null,
  last_at           datetime(6)  not null,
  times             int unsigned not null,
  primary key (mailbox, day, protocol, succeeded, address, app_password),
  index sign_in_recent (mailbox, succeeded, last_at),
  index sign_in_day (day),
  constraint sign_in_mailbox foreign key (mailbox) references mailbox (address) on delete cascade
);

-- The last successful one by each protocol, however long ago.
create table last_mailbox_sign_in (
  mailbox           varchar(254) not null,
  protocol          enum ('imap','pop3','sieve','submission','webmail') not null,
  at                datetime(6)  not null,
  address           varchar(45)  not null,
  app_password_name varchar(100) null,
  primary key (mailbox, protocol),
  constraint last_sign_in_mailbox foreign key (mailbox) references mailbox (address) on delete cascade
);

alter table app_password
  add column last_used_at   datetime(6) null,
  add column last_used_from varchar(45) null;
