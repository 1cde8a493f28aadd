package dev.postern.admin.signins;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who came to a mailbox, as the API shows it. */
@Schema(name = "SignIns")
public record SignInResource(
        @Schema(description = "The last success by each protocol, the latest first")
        List<Last> last,

        @Schema(
                description =
                        "Of the last 30 days, the latest first; those of a day that were alike are one. At most 50"
                                + " that succeeded, and 50 that failed")
        List<Recent> recent) {

    private static final String PROTOCOL = "imap, pop3, sieve, submission or webmail";
    private static final String ADDRESS = "Where from: an IP address; left out when it is not known";
    private static final String APP_PASSWORD = "Name of the app password; left out for the mailbox's own password";

    /** What is known of a mailbox, on its way out. */
    public static SignInResource of(List<LastSignIn> last, List<RecentSignIns> recent) {
        return new SignInResource(
                last.stream().map(Last::of).toList(),
                recent.stream().map(Recent::of).toList());
    }

    /** The last success by one protocol. */
    @Schema(name = "LastSignIn")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Last(
            @Schema(description = PROTOCOL, example = "imap")
            String protocol,

            Instant at,

            @Schema(description = ADDRESS, example = "100.64.0.7") @Nullable
            String address,

            @Schema(description = APP_PASSWORD, example = "Telephone") @Nullable
            String appPassword) {

        static Last of(LastSignIn last) {
            return new Last(
                    last.protocol().text(),
                    last.at(),
                    last.address().orElse(null),
                    last.appPassword().orElse(null));
        }
    }

    /** Sign-ins of a day that were alike. */
    @Schema(name = "RecentSignIns")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recent(
            @Schema(description = PROTOCOL, example = "imap")
            String protocol,

            @Schema(description = "False when the password was wrong, or the mailbox is out of use")
            boolean succeeded,

            @Schema(description = ADDRESS, example = "100.64.0.7") @Nullable
            String address,

            @Schema(description = APP_PASSWORD, example = "Telephone") @Nullable
            String appPassword,

            Instant firstAt,

            Instant lastAt,

            @Schema(description = "How many, that day", example = "12")
            long times) {

        static Recent of(RecentSignIns recent) {
            return new Recent(
                    recent.protocol().text(),
                    recent.succeeded(),
                    recent.address().orElse(null),
                    recent.appPassword().orElse(null),
                    recent.firstAt(),
                    recent.lastAt(),
                    recent.times());
        }
    }
}
