-- Which operators are signed in, and where. The browser has a random token, of which only the digest is here.
create table operator_session (
  id           char(22) character set ascii not null primary key,
  sha256       binary(32)                   not null unique,
  operator     varchar(64)                  not null,
  method       enum ('password','password_and_code','password_and_recovery_code','passkey') not null,
  address      varchar(45)                  not null,
  browser      varchar(300)                 not null,
  since        datetime(6)                  not null,
  last_seen_at datetime(6)                  not null,
  index operator_session_since (since),
  constraint operator_session_of foreign key (operator) references operator (username) on delete cascade
);

create table operator_last_sign_in (
  operator varchar(64) not null primary key,
  at       datetime(6) not null,
  address  varchar(45) not null,
  constraint operator_last_sign_in_of foreign key (operator) references operator (username) on delete cascade
);

-- What is asked of all operators.
create table sign_in_policy (
  one                    enum ('x') not null primary key,
  second_factor_required boolean    not null
);

insert into sign_in_policy (one, second_factor_required) values ('x', false);
