-- Whoever has a passkey needs no password.
alter table operator
  modify column password_hash varchar(255) null,
  add column version    int unsigned not null default 1,
  add column updated_at datetime(6)  not null default utc_timestamp(6);

update operator set updated_at = created_at;

create trigger operator_changed before update on operator for each row
  set new.version = old.version + 1, new.updated_at = utc_timestamp(6);
