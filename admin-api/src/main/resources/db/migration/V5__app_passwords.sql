-- Further passwords of a mailbox, one for each program or device. The id is the password's first five characters: by them Dovecot
-- finds which hash to compare with.
create table app_password (
  mailbox       varchar(254) not null,
  id            char(5)      not null,
  name          varchar(100) not null,
  password_hash varchar(255) not null,
  created_at    datetime(6)  not null default utc_timestamp(6),
  primary key (mailbox, id),
  constraint app_password_mailbox foreign key (mailbox) references mailbox (address) on delete cascade
);

create sql security definer view dovecot_view.app_password as
select p.mailbox                                  as address,
       p.id,
       concat('{ARGON2ID}', p.password_hash)      as password_hash,
       m.enabled and d.enabled                    as enabled
from postern.app_password p
join postern.mailbox m on m.address = p.mailbox
join postern.address a on a.address = m.address
join postern.domain d on d.name = a.domain;
