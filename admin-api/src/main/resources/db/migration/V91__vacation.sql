-- What is answered while somebody is away. Days are those of his time zone; the moments in UTC follow from them.
create table vacation (
  mailbox    varchar(254)     not null primary key,
  enabled    boolean          not null,
  subject    varchar(200)     not null,
  text       text             not null,
  first_day  date             null,
  last_day   date             null,
  time_zone  varchar(64)      not null,
  every_days tinyint unsigned not null,
  begins_at  datetime         null,
  ends_at    datetime         null,
  -- The Sieve script up to the list of his addresses, and from there on.
  script_begin text           not null,
  script_end   text           not null,
  changed_at datetime(6)      not null,
  constraint vacation_mailbox foreign key (mailbox) references mailbox (address) on delete cascade
);

-- The Sieve scripts that run for a mailbox now, besides what its owner wrote in webmail or by ManageSieve. Mail to any of his
-- addresses counts as mail to him (RFC 5230 §4.5); what is no plain address has no place in a script.
create sql security definer view dovecot_view.owner_script as
select v.mailbox,
       'vacation'                                  as name,
       date_format(v.changed_at, '%Y%m%d%H%i%s%f') as id,
       concat(v.script_begin,
              (select group_concat(concat('"', i.address, '"') order by i.address separator ', ')
               from sending_view.identity i
               where i.login = v.mailbox and i.address regexp '^[a-z0-9._+-]+@[a-z0-9.-]+$'),
              v.script_end)                        as script
from postern.vacation v
join postern.mailbox m on m.address = v.mailbox
join postern.domain d on d.name = m.domain
where v.enabled
  and d.owner_vacation
  and (v.begins_at is null or v.begins_at <= utc_timestamp())
  and (v.ends_at is null or v.ends_at > utc_timestamp());
