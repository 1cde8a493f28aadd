package dev.postern.admin.self.vacation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.self.Owner;
import dev.postern.admin.text.MailSubject;
import dev.postern.admin.text.MailText;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.MAILBOX_OWNERS)
@RestController
@RequestMapping("/api/v1/self/vacation")
@Tag(name = "Self-service")
class VacationController {

    private final ReadVacation readVacation;
    private final SetVacation setVacation;
    private final InstantSource clock;

    VacationController(ReadVacation readVacation, SetVacation setVacation, InstantSource clock) {
        this.readVacation = readVacation;
        this.setVacation = setVacation;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "readOwnVacation", summary = "Read what is answered while you are away")
    Answer read(Owner owner) {
        return answer(readVacation.apply(owner.mailbox()));
    }

    @PutMapping
    @Operation(
            operationId = "setOwnVacation",
            summary = "Set what is answered while you are away",
            description = "Mailing lists, automatic mail and spam get no answer. What a rule in webmail answers with"
                    + " counts only while this is off.")
    Answer set(Owner owner, @RequestBody Wish request) {
        return Answers.ok(setVacation.apply(owner.mailbox(), request.toVacation()), this::answer);
    }

    private Answer answer(Vacation vacation) {
        return Answer.of(vacation, vacation.isActive(clock.instant()));
    }

    @Schema(name = "VacationWish")
    record Wish(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            Boolean enabled,

            @Schema(
                    description = "When it is left out, one is made of the subject that is answered to",
                    example = "Away until Monday",
                    maxLength = MailSubject.MAX_LENGTH)
            @Nullable
            String subject,

            @Schema(
                    example = "Thank you for your message. I read it on Monday.",
                    maxLength = MailText.MAX_LENGTH,
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String text,

            @Schema(description = "When it is left out: at once", example = "2026-12-24", format = "date") @Nullable
            String firstDay,

            @Schema(
                    description = "The last whole day; when it is left out: until it is switched off",
                    example = "2027-01-06",
                    format = "date")
            @Nullable
            String lastDay,

            @Schema(description = "Whose days they are", example = "Asia/Tokyo", defaultValue = "UTC") @Nullable
            String timeZone,

            @Schema(
                    description = "After how many days the same sender gets it again",
                    minimum = "1",
                    maximum = "" + Vacation.MOST_DAYS,
                    defaultValue = "" + Vacation.USUAL_DAYS)
            @Nullable
            Integer everyDays) {

        Vacation toVacation() {
            var wanted = Field.of("enabled", enabled).required(value -> value);
            var line = Field.of("subject", subject).optional(MailSubject::new).orElse(MailSubject.NONE);
            var body = Field.of("text", text).required(MailText::new);
            var zone = Field.of("timeZone", timeZone == null ? "UTC" : timeZone).required(Absence::zone);
            var first = Field.of("firstDay", firstDay).optional(Absence::day);
            var last = Field.of("lastDay", lastDay).optional(Absence::day);
            var absence = Field.of("lastDay", zone).required(place -> new Absence(first, last, place));
            var days = everyDays == null ? Vacation.USUAL_DAYS : everyDays;
            return Field.of(wanted && body.isEmpty() ? "text" : "everyDays", days)
                    .required(number -> new Vacation(wanted, line, body, absence, number));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Vacation")
    record Answer(
            boolean enabled,

            @Schema(description = "Whether mail that comes now is answered")
            boolean active,

            String subject,
            String text,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            String timeZone,
            int everyDays) {

        static Answer of(Vacation vacation, boolean active) {
            var absence = vacation.absence();
            return new Answer(
                    vacation.enabled(),
                    active,
                    vacation.subject().text(),
                    vacation.text().text(),
                    absence.first().orElse(null),
                    absence.last().orElse(null),
                    absence.zone().getId(),
                    vacation.everyDays());
        }
    }
}
