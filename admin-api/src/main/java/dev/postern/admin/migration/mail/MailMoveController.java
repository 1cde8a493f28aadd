package dev.postern.admin.migration.mail;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.listing.Page;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import dev.postern.admin.web.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.OWNERS)
@RestController
@RequestMapping("/api/v1/migrations/mail")
@Tag(name = "Moving in", description = "Accounts and mail of other mail servers")
class MailMoveController {

    private final MailMoves moves;
    private final StartMoves startMoves;
    private final ChangeMove changeMove;
    private final MoveTexts texts;

    MailMoveController(MailMoves moves, StartMoves startMoves, ChangeMove changeMove, MoveTexts texts) {
        this.moves = moves;
        this.startMoves = startMoves;
        this.changeMove = changeMove;
        this.texts = texts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "startMailMove",
            summary = "Have the mail of an account on another server come to a mailbox here",
            description =
                    "It begins when it is its turn. What has come from the same account to the same mailbox before"
                            + " does not come again.")
    ResponseEntity<MailMoveResource> start(@RequestBody MailMoveResource.Creation request) {
        Outcome<MailMove> started =
                startMoves.apply(List.of(MoveFields.parse(request))).map(List::getFirst);
        return Answers.created(started, move -> String.valueOf(move.id()), this::resource);
    }

    @PostMapping("/csv")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "startMailMoves",
            summary = "Have the mail of many accounts come, from a CSV file",
            description =
                    "The first line names the columns, which are the fields of one move. All of them are started, or"
                            + " none.")
    List<MailMoveResource> startMany(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema =
                                                    @Schema(
                                                            type = "string",
                                                            example =
                                                                    "mailbox,host,user,password\nalice@example.org,imap.elsewhere.example,alice,secret\n")))
                    @RequestBody(required = false)
                    @Nullable
                    String csv) {
        return Answers.ok(
                startMoves.apply(MoveCsv.parse(csv == null ? "" : csv)),
                started -> started.stream().map(this::resource).toList());
    }

    @GetMapping
    @Operation(operationId = "listMailMoves", summary = "List what moves in, the latest first")
    Page<MailMoveResource> list(
            @Parameter(description = "Only those in this state") @RequestParam(required = false) @Nullable String state,
            @ParameterObject Listing listing) {
        var wanted = Field.of("state", state).optional(MailMove.State::parse);
        return moves.list(wanted, listing.toRequest()).map(this::resource);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readMailMove", summary = "Read how far a move is")
    MailMoveResource read(@PathVariable long id) {
        return resource(found(id));
    }

    @GetMapping("/{id}/folders")
    @Operation(operationId = "listMailMoveFolders", summary = "Read how far each folder of a move is")
    List<MailMoveResource.Folder> folders(@PathVariable long id) {
        return moves.foldersOf(found(id).id()).stream()
                .map(MailMoveResource.Folder::of)
                .toList();
    }

    @PostMapping("/{id}/cancel")
    @Operation(operationId = "cancelMailMove", summary = "End a move", description = "What has come stays.")
    MailMoveResource cancel(@PathVariable long id) {
        return Answers.ok(changeMove.cancel(id), this::resource);
    }

    @PostMapping("/{id}/retry")
    @Operation(
            operationId = "retryMailMove",
            summary = "Have a move that is over go on",
            description = "What is new there comes, and what had not come yet.")
    MailMoveResource retry(@PathVariable long id, @RequestBody MailMoveResource.Again request) {
        var password = Field.of("password", request.password()).optional(MoveFields::checked);
        return Answers.ok(
                changeMove.again(id, password, Boolean.TRUE.equals(request.fromTheBeginning())), this::resource);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "forgetMailMove",
            summary = "Take a move that is over off the list",
            description = "The mail stays. If the same account moves again, everything is compared with what is here.")
    void forget(@PathVariable long id) {
        Answers.done(changeMove.forget(id), this::resource);
    }

    private MailMove found(long id) {
        return Answers.found(moves.find(id), "There is no move with the number %d.".formatted(id));
    }

    private MailMoveResource resource(MailMove move) {
        Optional<String> problem = texts.problemOf(move, Locale.ENGLISH);
        return MailMoveResource.of(move, problem);
    }
}
