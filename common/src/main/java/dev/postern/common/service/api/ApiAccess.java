package dev.postern.common.service.api;

import java.nio.file.Path;

/** What opens a service's API. A service asks for {@link TokenApi} with a bean of this type: its settings. */
public interface ApiAccess {

    /** The file with the token that a caller has to show. */
    Path tokenFile();
}
