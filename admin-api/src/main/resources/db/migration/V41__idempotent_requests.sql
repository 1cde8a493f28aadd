-- Requests that a caller gave a key, so that sending one again does not do it again. The answer can hold a password that is told
-- once: it is encrypted, and the fingerprint made, with keys that follow from the caller's token, which is kept nowhere.
create table idempotent_request (
  token       varchar(64) not null,
  key_sha256  binary(32)  not null,
  fingerprint binary(32)  not null,
  started_at  datetime(6) not null,
  answer      mediumblob  null,
  primary key (token, key_sha256),
  index idempotent_request_started (started_at),
  constraint idempotent_request_token foreign key (token) references api_token (name) on delete cascade
);
