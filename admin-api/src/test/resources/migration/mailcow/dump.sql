/*!40103 SET TIME_ZONE='+00:00' */;
CREATE TABLE `alias` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `address` varchar(255) NOT NULL,
  `goto` text NOT NULL,
  `domain` varchar(255) NOT NULL,
  `active` tinyint(1) NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY `address` (`address`)
);
INSERT INTO `alias` VALUES
(1,'moo@cow.example','moo@cow.example','cow.example',1),
(2,'herd@cow.example','moo@cow.example,meeting@cow.example','cow.example',1),
(3,'nobody@cow.example','null@localhost','cow.example',1);
CREATE TABLE `domain` (
  `domain` varchar(255) NOT NULL,
  `description` varchar(255) DEFAULT NULL,
  `aliases` int(10) NOT NULL DEFAULT 0,
  `mailboxes` int(10) NOT NULL DEFAULT 0,
  `defquota` bigint(20) NOT NULL DEFAULT 3072,
  `maxquota` bigint(20) NOT NULL DEFAULT 102400,
  `quota` bigint(20) NOT NULL DEFAULT 102400,
  `backupmx` tinyint(1) NOT NULL DEFAULT 0,
  `active` tinyint(1) NOT NULL DEFAULT 1,
  PRIMARY KEY (`domain`)
);
INSERT INTO `domain` VALUES ('cow.example',NULL,400,10,3072,10240,10240,0,1);
CREATE TABLE `mailbox` (
  `username` varchar(255) NOT NULL,
  `password` varchar(255) NOT NULL,
  `name` varchar(255) DEFAULT NULL,
  `quota` bigint(20) NOT NULL DEFAULT 102400,
  `local_part` varchar(255) NOT NULL,
  `domain` varchar(255) NOT NULL,
  `attributes` longtext CHECK (json_valid(`attributes`)),
  `kind` varchar(100) NOT NULL DEFAULT '',
  `active` tinyint(4) NOT NULL DEFAULT 1,
  PRIMARY KEY (`username`)
);
INSERT INTO `mailbox` VALUES
('moo@cow.example','{BLF-CRYPT}$2y$05$xysalr0EzdqgrK1TBMAgKeXMZIRt1WEkcYMbNfQAwzcbWo56kjGFi','Moo',3221225472,'moo','cow.example','{\"force_pw_update\": \"0\", \"q\": \"a;b)\"}','',1),
('meeting@cow.example','RESOURCE','Meeting room',0,'meeting','cow.example',NULL,'location',1);
