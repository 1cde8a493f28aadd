package dev.postern.backup.restic;

import java.nio.file.Path;
import java.util.Map;

/** Where snapshots are kept. */
public sealed interface Repository permits LocalRepository {

    /** Its name towards restic and in messages; no secret is in it. */
    String location();

    /** The file with the password that opens it. */
    Path passwordFile();

    /** What restic needs besides to reach it: the names of files, never their content. */
    Map<String, String> environment();
}
