-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)
/*M!999999\- enable the sandbox mode */
/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `admin`;
CREATE TABLE `admin` (
  `username` varchar(255) NOT NULL,
  `password` varchar(255) NOT NULL,
  PRIMARY KEY (`username`)
) ENGINE=InnoDB DEFAULT CHARSET=latin1 COMMENT='Postfix Admin - Virtual Admins; (all)';
INSERT INTO `admin` VALUES ('root@old.example','$1$abcdefgh$0123456789012345678901');

CREATE TABLE `alias` (
  `address` varchar(255) NOT NULL,
  `goto` text NOT NULL,
  `domain` varchar(255) NOT NULL,
  `created` datetime NOT NULL DEFAULT '2000-01-01 00:00:00',
  `modified` datetime NOT NULL DEFAULT '2000-01-01 00:00:00',
  `active` tinyint(1) NOT NULL DEFAULT 1,
  PRIMARY KEY (`address`),
  KEY `domain` (`domain`)
) ENGINE=InnoDB;
LOCK TABLES `alias` WRITE;
/*!40000 ALTER TABLE `alias` DISABLE KEYS */;
INSERT INTO `alias` VALUES
('ann@old.example','ann@old.example','old.example','2020-01-01 00:00:00','2020-01-01 00:00:00',1),
('bob@old.example','bob@old.example,bob@elsewhere.example','old.example','2020-01-01 00:00:00','2020-01-01 00:00:00',1),
('info@old.example','ann@old.example,team@old.example','old.example','2020-01-01 00:00:00','2020-01-01 00:00:00',1),
('team@old.example','ann@old.example, bob@old.example','old.example','2020-01-01 00:00:00','2020-01-01 00:00:00',0),
('@old.example','ann@old.example','old.example','2020-01-01 00:00:00','2020-01-01 00:00:00',1);
UNLOCK TABLES;

CREATE TABLE `alias_domain` (
  `alias_domain` varchar(255) NOT NULL DEFAULT '',
  `target_domain` varchar(255) NOT NULL DEFAULT '',
  `created` datetime NOT NULL,
  `modified` datetime NOT NULL,
  `active` tinyint(1) NOT NULL DEFAULT 1,
  PRIMARY KEY (`alias_domain`)
);
INSERT INTO `alias_domain` VALUES ('alt.example','old.example','2020-01-01 00:00:00','2020-01-01 00:00:00',1);

CREATE TABLE `domain` (
  `domain` varchar(255) NOT NULL,
  `description` varchar(255) CHARACTER SET utf8mb4 NOT NULL,
  `aliases` int(10) NOT NULL DEFAULT 0,
  `mailboxes` int(10) NOT NULL DEFAULT 0,
  `maxquota` bigint(20) NOT NULL DEFAULT 0,
  `quota` bigint(20) NOT NULL DEFAULT 0,
  `transport` varchar(255) NOT NULL,
  `backupmx` tinyint(1) NOT NULL DEFAULT 0,
  `created` datetime NOT NULL,
  `modified` datetime NOT NULL,
  `active` tinyint(1) NOT NULL DEFAULT 1,
  PRIMARY KEY (`domain`)
);
INSERT INTO `domain` VALUES ('ALL','',0,0,0,0,'',0,'2020-01-01 00:00:00','2020-01-01 00:00:00',1),('old.example','Ann\'s \"old\" domain; it''s 日本語',50,10,2048,10240,'virtual',0,'2020-01-01 00:00:00','2020-01-01 00:00:00',1),('alt.example','',0,0,0,0,'virtual',0,'2020-01-01 00:00:00','2020-01-01 00:00:00',1),('backup.example','',-1,-1,0,0,'relay',1,'2020-01-01 00:00:00','2020-01-01 00:00:00',1);

CREATE TABLE `mailbox` (
  `username` varchar(255) NOT NULL,
  `password` varchar(255) NOT NULL,
  `name` varchar(255) NOT NULL,
  `maildir` varchar(255) NOT NULL,
  `quota` bigint(20) NOT NULL DEFAULT 0,
  `local_part` varchar(255) NOT NULL,
  `domain` varchar(255) NOT NULL,
  `created` datetime NOT NULL,
  `modified` datetime NOT NULL,
  `active` tinyint(1) NOT NULL DEFAULT 1,
  `token_validity` datetime DEFAULT NULL,
  PRIMARY KEY (`username`),
  KEY `domain` (`domain`),
  CONSTRAINT `known` CHECK (`quota` >= 0 and (`active` in (0,1)))
);
INSERT INTO `mailbox` VALUES ('ann@old.example','{SHA512-CRYPT}$6$.zhf2e1RXj683.cz$b6rpPYIQSbuXAl0LiGmmxi/OvPfuRUeHIesWlaQDyvVaKwrZnb5uJp5/OErA6W1nuj9sxgOjlx5ypBSU4/f9l1','Ann O\'Neill','old.example/ann/',1073741824,'ann','old.example','2020-01-01 00:00:00','2020-01-01 00:00:00',1,NULL),('bob@old.example','$1$HHugbbDy$PeGTtaf79af6yyTn10R7C1','Bob','old.example/bob/',0,'bob','old.example','2020-01-01 00:00:00','2020-01-01 00:00:00',0,'2030-01-01 00:00:00');
-- Dump completed on 2026-01-01 12:00:00
