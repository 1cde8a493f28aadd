CREATE SCHEMA IF NOT EXISTS operator_view;
CREATE TABLE IF NOT EXISTS operator_view.operator (
    username varchar(255) PRIMARY KEY,
    password_hash varchar(255) NOT NULL,
    enabled boolean NOT NULL
);
