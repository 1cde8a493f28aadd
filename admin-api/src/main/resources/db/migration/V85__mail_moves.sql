-- Mail that moves in from accounts on other servers. The password there is encrypted, and gone when it is not needed any more.
create table mail_move (
  id              bigint unsigned   not null auto_increment primary key,
  mailbox         varchar(254)      not null,
  host            varchar(253)      not null,
  port            smallint unsigned not null,
  security        enum ('tls','starttls') not null,
  remote_user     varchar(255)      not null,
  certificate     text              null,
  fingerprint     char(64)          null,
  sealed_password varbinary(1200)   null,
  state           enum ('waiting','running','done','failed','cancelled') not null,
  attempts        int unsigned      not null default 0,
  next_try        datetime(6)       null,
  problem         varchar(30)       null,
  problem_words   varchar(300)      null,
  created_at      datetime(6)       not null default utc_timestamp(6),
  started_at      datetime(6)       null,
  moved_at        datetime(6)       null,
  ended_at        datetime(6)       null,
  unique (mailbox, host, port, remote_user),
  index mail_move_state (state, next_try),
  constraint mail_move_mailbox foreign key (mailbox) references mailbox (address) on delete cascade
);

-- How far each folder is. Messages up to copied_to are here. Those up to chunk_to are perhaps here, with a UID from chunk_from
-- on: that is known again by what they are. So are those that were here before, with a UID below compare_below.
create table mail_move_folder (
  move          bigint unsigned not null,
  source        varchar(500) collate utf8mb4_bin not null,
  target        varchar(500) collate utf8mb4_bin not null,
  position      int unsigned    not null,
  rest          boolean         not null,
  uid_validity  int unsigned    not null default 0,
  copied_to     int unsigned    not null default 0,
  chunk_to      int unsigned    not null default 0,
  chunk_from    int unsigned    not null default 0,
  compare_below int unsigned    not null default 0,
  messages      int unsigned    not null default 0,
  moved         int unsigned    not null default 0,
  present       int unsigned    not null default 0,
  refused       int unsigned    not null default 0,
  bytes         bigint unsigned not null default 0,
  refusals      varchar(1000)   not null default '',
  done          boolean         not null default false,
  primary key (move, source),
  constraint mail_move_folder_move foreign key (move) references mail_move (id) on delete cascade
);

-- Where folders of other servers go that are called otherwise here. The names are in small letters; without a target a folder
-- stays behind.
create table folder_mapping (
  name   varchar(250) collate utf8mb4_bin not null primary key,
  target varchar(250) collate utf8mb4_bin not null
);

insert into folder_mapping (name, target) values
  ('sent items', 'Sent'), ('sent messages', 'Sent'), ('sent mail', 'Sent'), ('sent-mail', 'Sent'), ('sent objects', 'Sent'),
  ('gesendet', 'Sent'), ('gesendete objekte', 'Sent'), ('gesendete elemente', 'Sent'), ('gesendete nachrichten', 'Sent'),
  ('envoyés', 'Sent'), ('éléments envoyés', 'Sent'), ('messages envoyés', 'Sent'), ('enviados', 'Sent'),
  ('elementos enviados', 'Sent'), ('itens enviados', 'Sent'), ('posta inviata', 'Sent'), ('inviati', 'Sent'),
  ('verzonden', 'Sent'), ('verzonden items', 'Sent'), ('wysłane', 'Sent'), ('отправленные', 'Sent'), ('送信済み', 'Sent'),
  ('送信済みトレイ', 'Sent'), ('送信済みメール', 'Sent'), ('送信済みアイテム', 'Sent'), ('已发送', 'Sent'), ('已发送邮件', 'Sent'),
  ('[gmail]/sent mail', 'Sent'), ('[google mail]/sent mail', 'Sent'),
  ('draft', 'Drafts'), ('entwürfe', 'Drafts'), ('brouillons', 'Drafts'), ('borradores', 'Drafts'), ('rascunhos', 'Drafts'),
  ('bozze', 'Drafts'), ('concepten', 'Drafts'), ('szkice', 'Drafts'), ('черновики', 'Drafts'), ('下書き', 'Drafts'),
  ('草稿箱', 'Drafts'), ('[gmail]/drafts', 'Drafts'), ('[google mail]/drafts', 'Drafts'),
  ('spam', 'Junk'), ('junk e-mail', 'Junk'), ('junk email', 'Junk'), ('junk mail', 'Junk'), ('bulk mail', 'Junk'),
  ('unerwünscht', 'Junk'), ('spamverdacht', 'Junk'), ('courrier indésirable', 'Junk'), ('pourriel', 'Junk'),
  ('correo no deseado', 'Junk'), ('lixo eletrônico', 'Junk'), ('posta indesiderata', 'Junk'), ('ongewenste e-mail', 'Junk'),
  ('спам', 'Junk'), ('迷惑メール', 'Junk'), ('垃圾邮件', 'Junk'), ('[gmail]/spam', 'Junk'), ('[google mail]/spam', 'Junk'),
  ('deleted items', 'Trash'), ('deleted messages', 'Trash'), ('bin', 'Trash'), ('papierkorb', 'Trash'),
  ('gelöschte objekte', 'Trash'), ('gelöschte elemente', 'Trash'), ('corbeille', 'Trash'), ('éléments supprimés', 'Trash'),
  ('papelera', 'Trash'), ('elementos eliminados', 'Trash'), ('lixeira', 'Trash'), ('cestino', 'Trash'),
  ('prullenbak', 'Trash'), ('verwijderde items', 'Trash'), ('kosz', 'Trash'), ('корзина', 'Trash'), ('удаленные', 'Trash'),
  ('ゴミ箱', 'Trash'), ('ごみ箱', 'Trash'), ('削除済みアイテム', 'Trash'), ('已删除', 'Trash'), ('已删除邮件', 'Trash'),
  ('[gmail]/trash', 'Trash'), ('[gmail]/bin', 'Trash'), ('[google mail]/trash', 'Trash'), ('[google mail]/bin', 'Trash'),
  ('archives', 'Archive'), ('archiv', 'Archive'), ('archivo', 'Archive'), ('archivio', 'Archive'), ('アーカイブ', 'Archive'),
  ('[gmail]/important', ''), ('[gmail]/starred', ''), ('[google mail]/important', ''), ('[google mail]/starred', ''),
  ('calendar', ''), ('contacts', ''), ('tasks', ''), ('journal', ''), ('outbox', ''), ('sync issues', ''),
  ('conversation history', ''), ('kalender', ''), ('kontakte', ''), ('aufgaben', ''), ('postausgang', ''),
  ('予定表', ''), ('連絡先', ''), ('タスク', ''), ('送信トレイ', '');
