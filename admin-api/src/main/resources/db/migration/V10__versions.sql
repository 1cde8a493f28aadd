-- Which state of a thing somebody has seen. Kept by the database, so that no statement forgets it: what was changed in between
-- is then noticed before it is overwritten.
alter table domain
  add column version    int unsigned not null default 1,
  add column updated_at datetime(6)  not null default utc_timestamp(6);

alter table mailbox
  add column version    int unsigned not null default 1,
  add column updated_at datetime(6)  not null default utc_timestamp(6);

alter table alias
  add column version    int unsigned not null default 1,
  add column updated_at datetime(6)  not null default utc_timestamp(6);

update domain set updated_at = created_at;
update mailbox set updated_at = created_at;
update alias set updated_at = created_at;

create trigger domain_changed before update on domain for each row
  set new.version = old.version + 1, new.updated_at = utc_timestamp(6);

create trigger mailbox_changed before update on mailbox for each row
  set new.version = old.version + 1, new.updated_at = utc_timestamp(6);

create trigger alias_changed before update on alias for each row
  set new.version = old.version + 1, new.updated_at = utc_timestamp(6);
