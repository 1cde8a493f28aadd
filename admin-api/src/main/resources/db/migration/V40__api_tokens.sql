-- Whose token it is, what it opens, from where and until when. A token without an operator is the platform's own; one
-- without an end is that of the secret file. A token goes with its operator.
alter table api_token
  add column operator       varchar(64)  null after sha256,
  add column role           enum ('owner','domain_administrator','auditor') not null default 'owner' after operator,
  add column scopes         set ('accounts:read','accounts:write','audit:read','platform:read','platform:write') not null
                            default 'accounts:read,accounts:write,audit:read,platform:read,platform:write' after role,
  add column created_by     varchar(64)  not null default 'postern' after created_at,
  add column expires_at     datetime(6)  null after created_by,
  add column last_used_at   datetime(6)  null,
  add column last_used_from varchar(45)  null,
  add constraint api_token_operator foreign key (operator) references operator (username) on delete cascade;

create table api_token_domain (
  token  varchar(64)  not null,
  domain varchar(253) not null,
  primary key (token, domain),
  constraint api_token_domain_token foreign key (token) references api_token (name) on delete cascade,
  constraint api_token_domain_domain foreign key (domain) references domain (name) on delete cascade
);

-- Networks that it may be used from; none is everywhere.
create table api_token_network (
  token   varchar(64) not null,
  network varchar(49) not null,
  primary key (token, network),
  constraint api_token_network_token foreign key (token) references api_token (name) on delete cascade
);
