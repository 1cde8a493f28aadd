-- The detail of an address begins with the separator of its domain. What is held under a longer name is nobody's detail, even
-- while it takes no mail: that is what "held" is for.
create or replace sql security definer view postfix_view.domain as
select name, relay, detail_sign
from postern.domain
where enabled;

create sql security definer view postfix_view.held as
select address
from postern.address;

create sql security definer view sending_view.domain as
select name, detail_sign
from postern.domain
where enabled;

create sql security definer view sending_view.held as
select address
from postern.address;

-- Each address with each mailbox that may send under it, a pair in each row: so that a question about one address reads the rows
-- of that address alone, however many mailboxes there are.
-- A catch-all only receives: it gives nobody the right to send under any name of the domain.
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
  and l.address not like '@%';

-- Who may send as every address of a domain, whether it is there or not.
create sql security definer view postfix_view.domain_sender as
select m.domain, m.address as login
from postern.mailbox m
join postern.domain d on d.name = m.domain
where m.enabled
  and d.enabled
  and m.sends_for_domain;

alter table mailbox add index mailbox_sends_for_domain (sends_for_domain, domain);

-- Which aliases lead to a mailbox.
alter table alias_target add index alias_target_mailbox (mailbox);

-- For mail-ingest, which knows who asks: "@domain" is every address of the domain.
create or replace sql security definer view sending_view.identity as
select address, login
from postfix_view.sender_login
union
select concat('@', domain), login
from postfix_view.domain_sender;
