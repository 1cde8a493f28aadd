-- What is noted about an alias, how long it lasts, and whether it was made up to be given away and thrown away.
alter table alias
  add column note       varchar(250) not null default '' after domain,
  add column disposable boolean      not null default false after note,
  add column expires_at datetime(6)  null after enabled;

create or replace sql security definer view postfix_view.alias as
select m.address,
       coalesce((select concat(if(own.keeps_copy, concat(own.address, ','), ''),
                               group_concat(f.target order by f.position separator ','))
                 from postern.mailbox_forward f
                 join postern.mailbox own on own.address = f.mailbox
                 where f.mailbox = m.address
                   and (not exists (select 1 from postern.domain ours where ours.name = f.target_domain)
                     or exists (select 1 from postfix_view.mailbox t where t.address = f.leads_to))),
                m.address) as targets
from postfix_view.mailbox m
union all
select l.address, group_concat(t.target order by t.position separator ',')
from postern.alias l
join postern.domain d on d.name = l.domain
join postern.alias_target t on t.alias = l.address
where l.enabled
  and d.enabled
  and (l.expires_at is null or l.expires_at > utc_timestamp(6))
  and (not exists (select 1 from postern.domain ours where ours.name = t.target_domain)
    or exists (select 1 from postfix_view.mailbox m where m.address = t.mailbox))
group by l.address;

-- No catch-all is to get what was meant for these.
create sql security definer view postfix_view.expired as
select l.address
from postern.alias l
join postern.domain d on d.name = l.domain
where l.enabled
  and d.enabled
  and l.expires_at <= utc_timestamp(6);

create or replace sql security definer view postfix_view.sender_login as
select address, address as login
from postfix_view.mailbox
union
select l.address, m.address
from postern.alias l
join postern.domain d on d.name = l.domain
join postern.alias_target t on t.alias = l.address
join postfix_view.mailbox m on m.address = t.mailbox
where l.enabled
  and d.enabled
  and (l.expires_at is null or l.expires_at > utc_timestamp(6))
  and l.address not like '@%'
union
select s.address, m.address
from postern.send_as s
join postern.domain d on d.name = s.domain
join postfix_view.mailbox m on m.address = s.mailbox
where d.enabled;

create or replace sql security definer view sending_view.way as
select address, address as target, false as outside
from postfix_view.mailbox
union all
select m.address, f.leads_to, not exists (select 1 from postern.domain ours where ours.name = f.target_domain)
from postern.mailbox_forward f
join postfix_view.mailbox m on m.address = f.mailbox
where not exists (select 1 from postern.domain ours where ours.name = f.target_domain)
   or exists (select 1 from postfix_view.mailbox t where t.address = f.leads_to)
union all
select l.address, t.mailbox, not exists (select 1 from postern.domain ours where ours.name = t.target_domain)
from postern.alias l
join postern.domain d on d.name = l.domain
join postern.alias_target t on t.alias = l.address
where l.enabled
  and d.enabled
  and (l.expires_at is null or l.expires_at > utc_timestamp(6))
  and (not exists (select 1 from postern.domain ours where ours.name = t.target_domain)
    or exists (select 1 from postfix_view.mailbox m where m.address = t.mailbox));
