package dev.postern.admin.statistics;

import dev.postern.admin.usage.LargeMailbox;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happened to accounts, as the API shows it. */
@Schema(name = "Statistics")
record StatisticsResource(
        @Schema(description = "Of the last 30 days (UTC), those with none left out; the first one first")
        List<Day> signIns,

        @Schema(description = "Of the last 30 days together")
        List<Protocol> protocols,

        @Schema(description = "Of the last 90 days, the first one first; today so far")
        List<Storage> storage,

        @Schema(description = "At most 20, the largest first")
        List<Large> largest) {

    static StatisticsResource of(Statistics statistics) {
        return new StatisticsResource(
                statistics.signIns().stream().map(Day::of).toList(),
                statistics.protocols().stream().map(Protocol::of).toList(),
                statistics.storage().stream().map(Storage::of).toList(),
                statistics.largest().stream().map(Large::of).toList());
    }

    @Schema(name = "SignInDay")
    record Day(LocalDate day, long successes, long failures) {

        static Day of(SignInDay day) {
            return new Day(day.day(), day.successes(), day.failures());
        }
    }

    @Schema(name = "ProtocolUse")
    record Protocol(@Schema(example = "imap") String protocol, long successes, long failures) {

        static Protocol of(ProtocolUse use) {
            return new Protocol(use.protocol().text(), use.successes(), use.failures());
        }
    }

    @Schema(name = "StorageDay")
    record Storage(LocalDate day, long mailboxes, long bytes) {

        static Storage of(StorageDay day) {
            return new Storage(day.day(), day.mailboxes(), day.bytes());
        }
    }

    @Schema(name = "LargeMailbox")
    record Large(@Schema(example = "alice@example.org") String address, long usedBytes, long quotaBytes) {

        static Large of(LargeMailbox mailbox) {
            return new Large(mailbox.address().toString(), mailbox.usedBytes(), mailbox.quotaBytes());
        }
    }

    /** What happened on the platform, as the API shows it. */
    @Schema(name = "PlatformStatistics")
    record OfPlatform(
            @Schema(description = "Where failed sign-ins came from; at most 20, the worst first")
            List<Source> sources,

            @Schema(description = "At most 20, the busiest first")
            List<Token> tokens,

            List<Answers> answers) {

        static OfPlatform of(PlatformStatistics statistics) {
            return new OfPlatform(
                    statistics.sources().stream().map(Source::of).toList(),
                    statistics.tokens().stream().map(Token::of).toList(),
                    statistics.answers().stream().map(Answers::of).toList());
        }
    }

    @Schema(name = "FailureSource")
    record Source(
            @Schema(description = "An IP address; empty when it is not known", example = "203.0.113.9")
            String address,

            @Schema(example = "submission") String protocol,
            long failures,
            Instant lastAt) {

        static Source of(FailureSource source) {
            return new Source(source.address(), source.protocol().text(), source.failures(), source.lastAt());
        }
    }

    @Schema(name = "TokenUse")
    record Token(
            @Schema(example = "provisioning") String token,
            long calls,
            @Schema(description = "Answered with 4xx") long refused) {

        static Token of(ApiUse use) {
            return new Token(use.token(), use.calls(), use.refused());
        }
    }

    @Schema(name = "AnswerTimes")
    record Answers(
            @Schema(description = "page, own_page or api", example = "page")
            String kind,

            @Schema(description = "Since the service started")
            long count,

            long p50,
            long p95,
            long p99) {

        static Answers of(AnswerTime time) {
            return new Answers(time.kind().text(), time.count(), time.p50(), time.p95(), time.p99());
        }
    }
}
