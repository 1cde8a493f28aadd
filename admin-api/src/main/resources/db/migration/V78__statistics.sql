-- What happened on each day, for charts: counted as it comes, so that no page has to. Days are those of UTC.

-- Those to names that are no mailbox of a domain here have the domain ''.
create table sign_in_count (
  day       date         not null,
  domain    varchar(253) not null,
  protocol  enum ('imap','pop3','sieve','submission','webmail') not null,
  succeeded boolean      not null,
  times     bigint unsigned not null,
  primary key (day, domain, protocol, succeeded)
);

-- Where those that failed came from. The service keeps so many of a day and no more: guessers have many addresses.
create table sign_in_failure (
  day      date         not null,
  address  varchar(45)  not null,
  protocol enum ('imap','pop3','sieve','submission','webmail') not null,
  times    bigint unsigned not null,
  last_at  datetime(6)  not null,
  primary key (day, address, protocol)
);

-- How much there was when the day was last looked at.
create table storage_count (
  day       date            not null,
  domain    varchar(253)    not null,
  mailboxes bigint unsigned not null,
  bytes     bigint unsigned not null,
  primary key (day, domain)
);

-- By name, so that what a token did is still told when it is gone.
create table api_use (
  day     date            not null,
  token   varchar(64)     not null,
  calls   bigint unsigned not null,
  refused bigint unsigned not null,
  primary key (day, token)
);
