package dev.postern.admin.mailstore;

import java.util.Map;

/**
 * One command for Dovecot's doveadm HTTP API.
 *
 * @param name as the API writes it, like {@code quotaGet}; Dovecot runs those of its setting {@code doveadm_allowed_commands}
 * @param parameters texts, numbers, truths and lists of texts by their names
 */
public record DoveadmCommand(String name, Map<String, Object> parameters) {

    public DoveadmCommand {
        parameters = Map.copyOf(parameters);
    }
}
