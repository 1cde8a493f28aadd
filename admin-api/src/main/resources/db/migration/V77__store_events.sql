-- Up to where Dovecot's events are taken down, and the address by which webmail comes to Dovecot.
create table store_event_place (
  one             enum ('x')   not null primary key,
  file            varchar(64)  not null,
  position        bigint       not null,
  webmail_address varchar(45)  null
);
