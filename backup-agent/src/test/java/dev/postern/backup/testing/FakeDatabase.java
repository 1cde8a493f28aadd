package dev.postern.backup.testing;

/** Stands in for MariaDB's programs where a test is about something else: one schema with one table. */
final class FakeDatabase {

    static final String CLIENT = """
            #!/bin/sh
            case "$*" in
                *VERSION*) echo 11.8.0-MariaDB ;;
                *schemata*) echo postern ;;
                *) echo 1 ;;
            esac
            """;

    static final String DUMP = """
            #!/bin/sh
            echo '-- Current Database: `postern`'
            echo 'CREATE TABLE `mailbox` (id int);'
            echo '-- Dump completed'
            """;

    private FakeDatabase() {}
}
