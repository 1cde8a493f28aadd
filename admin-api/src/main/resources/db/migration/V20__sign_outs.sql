-- From when on what was opened before is open no more: the sessions of a mailbox, or of all mailboxes of a domain ('@domain').
-- A row outlives the account: a session may, too.
create table sign_out (
  whose  varchar(254)     not null primary key,
  at     datetime(6)      not null,
  -- When Dovecot is to end sessions, next; null when all is done. Twice, since a log-in may have been on its way.
  due_at datetime(6)      null,
  rounds tinyint unsigned not null,
  index sign_out_due (due_at)
);

create sql security definer view postfix_view.sign_out as
select whose, at
from postern.sign_out;

create sql security definer view webmail_view.sign_out as
select whose, at
from postern.sign_out;
