package dev.postern.admin.bin;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.listing.Page;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import dev.postern.admin.web.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.ADMINISTRATORS)
@About(Area.ACCOUNTS)
@RestController
@RequestMapping("/api/v1/bin")
@Tag(name = "Bin", description = "What was deleted, and can be brought back for a while")
class BinController {

    private final Bin bin;
    private final RestoreFromBin restoreFromBin;
    private final EraseFromBin eraseFromBin;
    private final Access access;

    BinController(Bin bin, RestoreFromBin restoreFromBin, EraseFromBin eraseFromBin, Access access) {
        this.bin = bin;
        this.restoreFromBin = restoreFromBin;
        this.eraseFromBin = eraseFromBin;
        this.access = access;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    @Operation(operationId = "listBin", summary = "List what was deleted, the latest first")
    Page<BinResource> list(@ParameterObject Listing listing) {
        return bin.list(access.scope(), listing.toRequest()).map(BinResource::of);
    }

    @PostMapping("/{id}/restore")
    @Operation(
            operationId = "restoreFromBin",
            summary = "Bring something back that was deleted, with all that belongs to it",
            description = "A mailbox comes back with its mail, passwords, aliases and settings; a domain with the"
                    + " accounts that were deleted with it. Domains are brought back by owners.")
    BinResource restore(@PathVariable String id) {
        return Answers.ok(restoreFromBin.apply(parse(id)), BinResource::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "eraseFromBin",
            summary = "Erase something for good before its time",
            description = "Nothing brings it back. The mail of mailboxes is gone some minutes later, and until then"
                    + " nobody gets their address. Domains are erased by owners.")
    void erase(@PathVariable String id, @RequestBody Confirmation request) {
        var confirmation = Field.of("confirmation", request.confirmation()).required(text -> text);
        Answers.done(eraseFromBin.apply(parse(id), confirmation), BinResource::of);
    }

    private static BinName parse(String id) {
        return Field.of("id", id).required(BinName::parse);
    }

    @Schema(name = "EraseConfirmation")
    record Confirmation(
            @Schema(
                    description = "The name of what is to be erased",
                    example = "alice@example.org",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String confirmation) {}
}
