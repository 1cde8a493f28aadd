package dev.postern.admin.statistics;

import dev.postern.admin.access.About;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/statistics")
@Tag(name = "Statistics", description = "What happened day by day")
class StatisticsController {

    private final ReadStatistics read;

    StatisticsController(ReadStatistics read) {
        this.read = read;
    }

    @AllowedFor(Audience.OPERATORS)
    @About(Area.ACCOUNTS)
    @GetMapping
    @Operation(
            operationId = "readStatistics",
            summary = "Read sign-ins of 30 days, storage of 90, and the largest mailboxes")
    StatisticsResource accounts() {
        return StatisticsResource.of(read.ofAccounts());
    }

    @AllowedFor(Audience.OVERSEERS)
    @About(Area.PLATFORM)
    @GetMapping("/platform")
    @Operation(
            operationId = "readPlatformStatistics",
            summary = "Read where failed sign-ins came from, the use of tokens, and how long answers take",
            description = "Of the last 30 days; the times are percentiles of the last hour, in milliseconds.")
    StatisticsResource.OfPlatform platform() {
        return StatisticsResource.OfPlatform.of(read.ofPlatform());
    }
}
