package dev.postern.admin.migration.mail;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.OWNERS)
@RestController
@RequestMapping("/api/v1/migrations/folders")
@Tag(name = "Moving in", description = "Accounts and mail of other mail servers")
class FolderMappingController {

    private final FolderMappings mappings;
    private final SetFolderMapping setFolderMapping;

    FolderMappingController(FolderMappings mappings, SetFolderMapping setFolderMapping) {
        this.mappings = mappings;
        this.setFolderMapping = setFolderMapping;
    }

    @GetMapping
    @Operation(
            operationId = "readFolderMapping",
            summary = "Read where folders of other servers go",
            description =
                    "A folder that is not here goes by what its server says it is for, else to one of the same name.")
    Mapping read() {
        return Mapping.of(mappings.read());
    }

    @PutMapping
    @Operation(operationId = "setFolderMapping", summary = "Say where folders of other servers go")
    Mapping set(@RequestBody Wanted request) {
        var wanted = Field.of("folders", request.folders()).required(SetFolderMapping::checked);
        return Mapping.of(setFolderMapping.apply(wanted));
    }

    @Schema(name = "FolderMapping")
    record Mapping(
            @Schema(
                    description =
                            "The folder here by the name there, without regard to capitals; empty leaves it behind",
                    example = "{\"gesendet\": \"Sent\", \"kalender\": \"\"}")
            Map<String, String> folders) {

        static Mapping of(FolderMapping mapping) {
            return new Mapping(new TreeMap<>(mapping.targets()));
        }
    }

    @Schema(name = "NewFolderMapping")
    record Wanted(
            @Schema(
                    description = "All of them: what is not among them is forgotten",
                    example = "{\"gesendet\": \"Sent\", \"kalender\": \"\"}",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            Map<String, String> folders) {}
}
