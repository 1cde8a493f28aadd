package dev.postern.admin.forwarding;

import dev.postern.admin.aliases.Target;
import dev.postern.admin.aliases.Targets;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where mail for a mailbox goes on to, as the API writes it. */
@Schema(name = "Forwarding")
public record ForwardingResource(
        @ArraySchema(
                maxItems = Forwarding.MAX_TARGETS,
                arraySchema =
                        @Schema(
                                description = "Mailboxes here, or addresses elsewhere; none: mail stays",
                                requiredMode = RequiredMode.REQUIRED),
                schema = @Schema(example = "alice@elsewhere.example"))
        @Nullable
        List<String> targets,

        @Schema(description = "Whether mail stays in the mailbox, too", defaultValue = "true") @Nullable
        Boolean keepsCopy) {

    public static ForwardingResource of(Forwarding forwarding) {
        return new ForwardingResource(
                forwarding.targets().stream().map(Target::toString).toList(), forwarding.keepsCopy());
    }

    /** What it asks for. */
    public Forwarding forwarding() {
        var all = Field.of("targets", targets).required(Targets::parseAll);
        return Field.of("targets", all).required(given -> new Forwarding(given, !Boolean.FALSE.equals(keepsCopy)));
    }
}
