package dev.postern.ingest.web;

import dev.postern.common.service.api.ApiAccess;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The API for operators' scripts, on the dashboard's listener.
 *
 * @param tokenFile the file with the token that a caller has to show
 */
@ConfigurationProperties("postern.ingest.api")
record ApiSettings(@DefaultValue("/run/secrets/admin_token") Path tokenFile) implements ApiAccess {}
