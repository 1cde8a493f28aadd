-- Programs elsewhere that are told of changes. What they are signed with is encrypted.
create table webhook (
  id            bigint unsigned not null auto_increment primary key,
  url           varchar(500)    not null,
  events        varchar(4000)   not null,
  note          varchar(250)    not null,
  enabled       boolean         not null,
  sealed_secret varbinary(300)  not null,
  created_at    datetime(6)     not null default utc_timestamp(6)
);

-- What each is to be told, and was. The change itself is in the audit log.
create table webhook_delivery (
  id         bigint unsigned   not null auto_increment primary key,
  webhook    bigint unsigned   not null,
  entry      bigint unsigned   not null,
  action     varchar(60)       not null,
  subject    varchar(320)      not null,
  state      enum ('waiting','done','failed') not null default 'waiting',
  attempts   int unsigned      not null default 0,
  next_try   datetime(6)       not null,
  status     smallint unsigned null,
  problem    varchar(300)      null,
  created_at datetime(6)       not null,
  ended_at   datetime(6)       null,
  unique (webhook, entry),
  index webhook_delivery_due (state, next_try),
  index webhook_delivery_ended (ended_at),
  constraint webhook_delivery_webhook foreign key (webhook) references webhook (id) on delete cascade
);

-- Up to where the audit log has been read for them.
create table webhook_place (
  one   enum ('x')      not null primary key,
  entry bigint unsigned not null
);

insert into webhook_place (one, entry) select 'x', id from audit_head;
