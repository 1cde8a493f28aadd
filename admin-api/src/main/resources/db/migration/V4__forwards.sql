-- Addresses whose mail goes on to somewhere else, by whatever chain of aliases. "@domain" is a catch-all.
create sql security definer view sending_view.forward as
with recursive way (address, mailbox, target_domain, steps) as (
  select t.alias, t.mailbox, t.target_domain, 1
  from postern.alias_target t
  join postern.alias a on a.address = t.alias
  where a.enabled
  union
  select w.address, t.mailbox, t.target_domain, w.steps + 1
  from way w
  join postern.alias_target t on t.alias = w.mailbox
  join postern.alias a on a.address = t.alias
  where a.enabled
    and w.steps < 10
)
select distinct address
from way
where not exists (select 1 from postern.domain ours where ours.name = way.target_domain);
