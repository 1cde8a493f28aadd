-- Names are lower-case, domains are A-labels: the service normalises before it writes.
-- Times are UTC.

create table domain (
  name       varchar(253) not null primary key,
  enabled    boolean      not null,
  created_at datetime(6)  not null default utc_timestamp(6)
);

-- Every address is held by one thing only, whatever kind it is. A catch-all holds '@domain'.
create table address (
  address varchar(254)             not null primary key,
  domain  varchar(253)             not null,
  holder  enum ('mailbox','alias') not null,
  constraint address_domain foreign key (domain) references domain (name) on delete cascade
);

create table mailbox (
  address       varchar(254)    not null primary key,
  password_hash varchar(255)    not null,
  quota_bytes   bigint unsigned not null,
  enabled       boolean         not null,
  created_at    datetime(6)     not null default utc_timestamp(6),
  constraint mailbox_address foreign key (address) references address (address) on delete cascade
);

create table alias (
  address    varchar(254) not null primary key,
  enabled    boolean      not null,
  created_at datetime(6)  not null default utc_timestamp(6),
  constraint alias_address foreign key (address) references address (address) on delete cascade
);

create table alias_target (
  alias         varchar(254) not null,
  position      smallint     not null,
  target        varchar(254) not null,
  target_domain varchar(253) not null,
  -- The target without its +detail: the mailbox it reaches, should its domain be ours.
  mailbox       varchar(254) not null,
  primary key (alias, position),
  unique (alias, target),
  constraint alias_target_alias foreign key (alias) references alias (address) on delete cascade
);

create table operator (
  username      varchar(64)  not null primary key,
  password_hash varchar(255) not null,
  enabled       boolean      not null,
  created_at    datetime(6)  not null default utc_timestamp(6)
);

-- Of a token only its digest is kept: it is random and long, so there is nothing for a slow hash to slow down.
create table api_token (
  name       varchar(64) not null primary key,
  sha256     binary(32)  not null unique,
  created_at datetime(6) not null default utc_timestamp(6)
);
