-- Exports of accounts between the page that shows what would come of them and the one that takes them over: encrypted, and gone
-- after an hour.
create table account_import (
  id         char(32)         not null primary key,
  operator   varchar(64)      not null,
  format     varchar(30)      not null,
  sealed     mediumblob       not null,
  created_at datetime(6)      not null default utc_timestamp(6),
  index account_import_created (created_at)
);
