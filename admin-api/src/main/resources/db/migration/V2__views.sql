-- What Postfix, Dovecot and the dashboards of other services read. docs/architecture.md is the contract.
-- SQL SECURITY DEFINER: a reader needs no right on the tables behind a view, and has none.

create sql security definer view postfix_view.domain as
select name
from postern.domain
where enabled;

create sql security definer view postfix_view.mailbox as
select m.address
from postern.mailbox m
join postern.address a on a.address = m.address
join postern.domain d on d.name = a.domain
where m.enabled and d.enabled;

-- A target in a domain of ours counts only while its mailbox takes mail. An alias of which nothing remains is absent,
-- so that Postfix refuses at RCPT what it could only bounce later.
create sql security definer view postfix_view.alias as
select address, address as targets
from postfix_view.mailbox
union all
select l.address, group_concat(t.target order by t.position separator ',')
from postern.alias l
join postern.address a on a.address = l.address
join postern.domain d on d.name = a.domain
join postern.alias_target t on t.alias = l.address
where l.enabled
  and d.enabled
  and (not exists (select 1 from postern.domain ours where ours.name = t.target_domain)
    or exists (select 1 from postfix_view.mailbox m where m.address = t.mailbox))
group by l.address;

-- A catch-all only receives: it gives nobody the right to send under any name of the domain.
create sql security definer view postfix_view.sender_login as
select address, address as logins
from postfix_view.mailbox
union all
select l.address, group_concat(distinct m.address order by m.address separator ',')
from postern.alias l
join postern.address a on a.address = l.address
join postern.domain d on d.name = a.domain
join postern.alias_target t on t.alias = l.address
join postfix_view.mailbox m on m.address = t.mailbox
where l.enabled
  and d.enabled
  and l.address not like '@%'
group by l.address;

create sql security definer view dovecot_view.mailbox as
select m.address,
       concat('{ARGON2ID}', m.password_hash) as password_hash,
       m.quota_bytes,
       m.enabled and d.enabled               as enabled
from postern.mailbox m
join postern.address a on a.address = m.address
join postern.domain d on d.name = a.domain;

create sql security definer view operator_view.operator as
select username, password_hash, enabled
from postern.operator;
