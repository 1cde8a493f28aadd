-- Who a mailbox belongs to, what operators note about it, and why it is out of use.
-- A name is sorted and found as people write names, without regard to case and accents.
alter table mailbox
  add column display_name    varchar(100) collate utf8mb4_uca1400_ai_ci not null default '' after quota_bytes,
  add column note            varchar(250) not null default '' after display_name,
  add column disabled_reason varchar(200) not null default '' after enabled,
  add column keeps_copy      boolean      not null default true after disabled_reason;

-- Where mail for a mailbox goes on to, and whether a copy stays (keeps_copy).
create table mailbox_forward (
  mailbox       varchar(254) not null,
  position      smallint     not null,
  target        varchar(254) not null,
  target_domain varchar(253) not null,
  -- The target without its +detail: the mailbox it reaches, should its domain be ours.
  leads_to      varchar(254) not null,
  primary key (mailbox, position),
  unique (mailbox, target),
  index mailbox_forward_leads_to (leads_to),
  constraint mailbox_forward_mailbox foreign key (mailbox) references mailbox (address) on delete cascade
);

-- Further addresses that a mailbox may send under. They need not be there.
create table send_as (
  mailbox varchar(254) not null,
  address varchar(254) not null,
  domain  varchar(253) not null,
  primary key (mailbox, address),
  index send_as_address (address),
  constraint send_as_mailbox foreign key (mailbox) references mailbox (address) on delete cascade,
  constraint send_as_domain foreign key (domain) references domain (name) on delete cascade
);

-- A target in a domain of ours counts only while its mailbox takes mail. An alias of which nothing remains is absent, so that
-- Postfix refuses at RCPT what it could only bounce later. A mailbox of whose forwarding nothing remains keeps its mail.
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
  and (not exists (select 1 from postern.domain ours where ours.name = t.target_domain)
    or exists (select 1 from postfix_view.mailbox m where m.address = t.mailbox))
group by l.address;

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
  and l.address not like '@%'
union
select s.address, m.address
from postern.send_as s
join postern.domain d on d.name = s.domain
join postfix_view.mailbox m on m.address = s.mailbox
where d.enabled;

-- The steps that mail takes from an address: to a mailbox, which may have further steps, or to the outside. Whoever asks goes
-- from step to step, for a forwarded mailbox may lead to another one.
create sql security definer view sending_view.way as
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
  and (not exists (select 1 from postern.domain ours where ours.name = t.target_domain)
    or exists (select 1 from postfix_view.mailbox m where m.address = t.mailbox));

drop view sending_view.forward;
