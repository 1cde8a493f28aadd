package dev.postern.admin.migration.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.admin.passwords.Password;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mail that moves in, as the API shows it. */
@Schema(name = "MailMove")
record MailMoveResource(
        long id,

        @Schema(example = "alice@example.org") String mailbox,

        @Schema(example = "imap.elsewhere.example") String host,

        int port,

        @Schema(allowableValues = {"tls", "starttls"}) String security,

        @Schema(description = "What one signs in with there", example = "alice")
        String user,

        @Schema(allowableValues = {"waiting", "running", "done", "failed", "cancelled"})
        String state,

        @Schema(description = "Why it does not go on, for programs", example = "password")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String problem,

        @Schema(description = "Why it does not go on, for people") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String problemText,

        @Schema(description = "When it is tried again by itself") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Instant nextTry,

        @Schema(description = "Whether the password there is still kept, encrypted")
        boolean passwordKept,

        Progress progress,

        Instant createdAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant startedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant endedAt) {

    static MailMoveResource of(MailMove move, Optional<String> problemText) {
        var progress = move.progress();
        return new MailMoveResource(
                move.id(),
                move.mailbox().toString(),
                move.source().host().name(),
                move.source().port(),
                move.source().security().text(),
                move.source().user(),
                move.state().text(),
                move.problem().map(Problem::text).orElse(null),
                problemText.orElse(null),
                move.nextTry().orElse(null),
                move.hasPassword(),
                new Progress(
                        progress.folders(),
                        progress.foldersDone(),
                        progress.messages(),
                        progress.moved(),
                        progress.present(),
                        progress.refused(),
                        progress.bytes()),
                move.createdAt(),
                move.startedAt().orElse(null),
                move.endedAt().orElse(null));
    }

    @Schema(name = "MailMoveProgress")
    record Progress(
            @Schema(description = "How many folders there are")
            long folders,

            long foldersDone,

            @Schema(description = "How many messages were there when each folder was last looked at")
            long messages,

            @Schema(description = "How many came") long moved,

            @Schema(description = "How many were here already")
            long present,

            @Schema(description = "How many could not be had or kept")
            long refused,

            @Schema(description = "Of those that came") long bytes) {}

    @Schema(name = "MailMoveFolder")
    record Folder(
            @Schema(description = "Its name on the other server", example = "Gesendet")
            String source,

            @Schema(description = "The folder here", example = "Sent")
            String target,

            long messages,

            long moved,

            long present,

            long refused,

            long bytes,

            @Schema(description = "Messages that did not come, by their UID there, and why; the first of them")
            List<String> refusals,

            boolean done) {

        static Folder of(FolderMove folder) {
            var count = folder.count();
            return new Folder(
                    shownName(folder.source()),
                    folder.target(),
                    folder.messages(),
                    count.moved(),
                    count.present(),
                    count.refused(),
                    count.bytes(),
                    count.refusals().lines().toList(),
                    folder.done());
        }

        static String shownName(String source) {
            return String.join("/", new RemoteNames(List.of()).folder(source).path());
        }
    }

    @Schema(name = "NewMailMove")
    record Creation(
            @Schema(
                    description = "The mailbox here, which has to exist",
                    example = "alice@example.org",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String mailbox,

            @Schema(
                    description = "The other server as others reach it, by name or IPv4 address",
                    example = "imap.elsewhere.example",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String host,

            @Schema(description = "993 unless said otherwise, 143 with STARTTLS", minimum = "1", maximum = "65535")
            @Nullable
            Integer port,

            @Schema(
                    allowableValues = {"tls", "starttls"},
                    defaultValue = "tls")
            @Nullable
            String security,

            @Schema(description = "What one signs in with there; the address unless said otherwise", maxLength = 255)
            @Nullable
            String user,

            @Schema(type = "string", format = "password", maxLength = 255, requiredMode = RequiredMode.REQUIRED)
            @Nullable
            Password password,

            @Schema(
                    description = "A certificate in PEM that stands behind the other server's, or is it; for servers"
                            + " whose certificate no public authority stands behind")
            @Nullable
            String certificate,

            @Schema(
                    description = "The SHA-256 fingerprint of the other server's certificate, which is then believed"
                            + " whatever name is in it")
            @Nullable
            String fingerprint) {}

    @Schema(name = "MailMoveRetry")
    record Again(
            @Schema(
                    type = "string",
                    format = "password",
                    description = "Needed where it is not kept any more, or was wrong")
            @Nullable
            Password password,

            @Schema(
                    description = "Compare everything there with what is here, as if nothing had come yet",
                    defaultValue = "false")
            @Nullable
            Boolean fromTheBeginning) {}
}
