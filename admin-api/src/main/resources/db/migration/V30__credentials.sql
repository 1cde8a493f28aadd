-- Means of signing in, of operators and of mailbox owners alike.

-- The secret of an authenticator app, encrypted by the service. A new one takes the place of the one in use once a first
-- code has shown that the app has it.
create table totp (
  kind       enum ('operator','mailbox') not null,
  name       varchar(254)                not null,
  state      enum ('new','in_use')       not null,
  secret     varbinary(100)              not null,
  -- The number of the last 30 seconds whose code was used; no code of these or earlier ones counts again.
  last_step  bigint                      not null default 0,
  created_at datetime(6)                 not null default utc_timestamp(6),
  primary key (kind, name, state)
);

-- Each is random and long, so that its digest tells nothing.
create table recovery_code (
  kind       enum ('operator','mailbox') not null,
  name       varchar(254)                not null,
  sha256     binary(32)                  not null,
  used_at    datetime(6)                 null,
  created_at datetime(6)                 not null default utc_timestamp(6),
  primary key (kind, name, sha256)
);

-- What passkeys know somebody by: it says nothing about him, and stays the same for all of them.
create table passkey_user (
  handle binary(32)                  not null primary key,
  kind   enum ('operator','mailbox') not null,
  name   varchar(254)                not null,
  unique (kind, name)
);

create table passkey (
  id              varbinary(1023) not null primary key,
  handle          binary(32)      not null,
  label           varchar(100)    not null,
  public_key      varbinary(4096) not null,
  -- With the public key as the authenticator gave it; it is read again at each sign-in.
  attestation     blob            not null,
  signature_count bigint          not null,
  user_verified   boolean         not null,
  backup_eligible boolean         not null,
  backed_up       boolean         not null,
  transports      varchar(100)    not null,
  created_at      datetime(6)     not null,
  last_used_at    datetime(6)     not null,
  constraint passkey_of foreign key (handle) references passkey_user (handle) on delete cascade
);
