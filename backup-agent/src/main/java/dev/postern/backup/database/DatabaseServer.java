package dev.postern.backup.database;

import java.nio.file.Path;

/**
 * Where MariaDB is and how to sign in.
 *
 * @param passwordFile the file with the user's password
 * @param client the program mariadb
 * @param dump the program mariadb-dump
 * @param temporary a directory for what the programs must read from a file
 */
public record DatabaseServer(
        String host, int port, String user, Path passwordFile, Path client, Path dump, Path temporary) {}
