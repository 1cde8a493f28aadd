-- What an operator is there for, and for which domains when not for all.
alter table operator
  add column role enum ('owner','domain_administrator','auditor') not null default 'owner' after password_hash;

create table operator_domain (
  operator varchar(64)  not null,
  domain   varchar(253) not null,
  primary key (operator, domain),
  constraint operator_domain_operator foreign key (operator) references operator (username) on delete cascade,
  constraint operator_domain_domain foreign key (domain) references domain (name) on delete cascade
);
