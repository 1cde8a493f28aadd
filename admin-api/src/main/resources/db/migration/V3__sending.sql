-- Which relay takes the mail of a domain to the outside, who may send as every address of it, and how much anybody may send.
-- A limit that is NULL is mail-ingest's default.
alter table domain
  add column relay               varchar(31)  not null default 'main' after enabled,
  add column messages_per_hour   int unsigned null after relay,
  add column messages_per_day    int unsigned null after messages_per_hour,
  add column recipients_per_hour int unsigned null after messages_per_day,
  add column recipients_per_day  int unsigned null after recipients_per_hour;

alter table mailbox
  add column sends_for_domain    boolean      not null default false after enabled,
  add column messages_per_hour   int unsigned null after sends_for_domain,
  add column messages_per_day    int unsigned null after messages_per_hour,
  add column recipients_per_hour int unsigned null after messages_per_day,
  add column recipients_per_day  int unsigned null after recipients_per_hour;

create or replace sql security definer view postfix_view.domain as
select name, relay
from postern.domain
where enabled;

-- Each address with each mailbox that may send under it. "@domain" is every address of the domain, whether it is there or not.
-- A catch-all only receives: it gives nobody the right to send under any name of the domain.
create sql security definer view sending_view.identity as
select address, address as login
from postfix_view.mailbox
union
select l.address, m.address
from postern.alias l
join postern.address a on a.address = l.address
join postern.domain d on d.name = a.domain
join postern.alias_target t on t.alias = l.address
join postfix_view.mailbox m on m.address = t.mailbox
where l.enabled
  and d.enabled
  and l.address not like '@%'
union
select concat('@', a.domain), m.address
from postern.mailbox m
join postern.address a on a.address = m.address
join postern.domain d on d.name = a.domain
where m.enabled
  and d.enabled
  and m.sends_for_domain;

-- Postfix asks for the address first, and for "@domain" only when that is nowhere: so whoever sends for the domain stands
-- beside each address of it.
create or replace sql security definer view postfix_view.sender_login as
select own.address, group_concat(distinct own.login order by own.login separator ',') as logins
from (
  select address, login from sending_view.identity
  union
  select a.address, wide.login
  from postern.address a
  join sending_view.identity wide on wide.address = concat('@', a.domain)
  where a.address not like '@%'
) own
group by own.address;

create sql security definer view sending_view.mailbox_limit as
select address as login, messages_per_hour, messages_per_day, recipients_per_hour, recipients_per_day
from postern.mailbox;

create sql security definer view sending_view.domain_limit as
select name as domain, messages_per_hour, messages_per_day, recipients_per_hour, recipients_per_day
from postern.domain;
