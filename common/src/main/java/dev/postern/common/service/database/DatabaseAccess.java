package dev.postern.common.service.database;

import java.nio.file.Path;

/** How a service signs in to MariaDB. It asks for {@link DatabaseByPasswordFile} with a bean of this type: its settings. */
public interface DatabaseAccess {

    /** JDBC URL of the server and the schema. */
    String url();

    /** The user to sign in as. */
    String username();

    /** The file with that user's password. */
    Path passwordFile();
}
