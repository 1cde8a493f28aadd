-- Addresses whose mail goes on to somewhere else. "@domain" is a catch-all. The target of an alias is never another alias.
create sql security definer view sending_view.forward as
select distinct t.alias as address
from postern.alias_target t
join postern.alias a on a.address = t.alias
where a.enabled
  and not exists (select 1 from postern.domain ours where ours.name = t.target_domain);
