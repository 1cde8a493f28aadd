package dev.postern.admin.self.vacation;

import dev.postern.admin.addresses.HostedAddress;
import java.time.ZoneId;
import org.springframework.stereotype.Service;

/** What is answered while the owner is away; nothing, if he never said anything. */
@Service
class ReadVacation {

    private final Vacations vacations;

    ReadVacation(Vacations vacations) {
        this.vacations = vacations;
    }

    Vacation apply(HostedAddress mailbox) {
        return vacations.of(mailbox).orElseGet(() -> Vacation.none(Absence.openIn(ZoneId.of("UTC"))));
    }
}
