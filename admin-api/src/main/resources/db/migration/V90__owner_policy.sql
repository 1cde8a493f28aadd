-- What the owners of mailboxes in a domain may do themselves, as its administrators say.
alter table domain
  -- How many aliases each of them may make.
  add column owner_aliases    smallint unsigned                   not null default 5,
  -- Where to he may have his mail forwarded: to mailboxes here, or to the outside, too.
  add column owner_forwarding enum ('none', 'inside', 'anywhere') not null default 'anywhere',
  add column owner_vacation   boolean                             not null default true;

-- What Dovecot is to know of it: to how many addresses a Sieve script of the owner may redirect a message. To the outside or not
-- is nothing that Dovecot could tell apart.
create sql security definer view dovecot_view.owner_rule as
select m.address as mailbox, if(d.owner_forwarding = 'anywhere', 4, 0) as redirects
from postern.mailbox m
join postern.domain d on d.name = m.domain;
