-- A mailbox that moved in from another server keeps its password as it was hashed there, until its owner signs in here.
alter table mailbox
  add column password_scheme varchar(16) not null default 'ARGON2ID' after address;

create or replace sql security definer view dovecot_view.mailbox as
select m.address,
       concat('{', m.password_scheme, '}', m.password_hash) as password_hash,
       m.quota_bytes,
       m.enabled and d.enabled                              as enabled
from postern.mailbox m
join postern.address a on a.address = m.address
join postern.domain d on d.name = a.domain;
