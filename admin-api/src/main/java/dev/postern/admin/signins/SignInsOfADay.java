package dev.postern.admin.signins;

import dev.postern.admin.addresses.HostedAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Sign-ins that become one row: a mail program signs in some hundred times a day, webmail with each click. */
record SignInsOfADay(Kind kind, Instant first, Instant last, int times) {

    /** What makes them alike. */
    record Kind(
            HostedAddress mailbox,
            LocalDate day,
            Protocol protocol,
            boolean succeeded,
            Optional<String> address,
            Optional<String> appPassword) {

        private static Kind of(SignIn signIn) {
            return new Kind(
                    signIn.mailbox(),
                    LocalDate.ofInstant(signIn.at(), ZoneOffset.UTC),
                    signIn.protocol(),
                    signIn.succeeded(),
                    signIn.address(),
                    signIn.appPassword());
        }
    }

    static List<SignInsOfADay> of(List<SignIn> signIns) {
        var byKind = new LinkedHashMap<Kind, SignInsOfADay>();
        for (var one : signIns) {
            byKind.merge(Kind.of(one), new SignInsOfADay(Kind.of(one), one.at(), one.at(), 1), SignInsOfADay::and);
        }
        return new ArrayList<>(byKind.values());
    }

    private SignInsOfADay and(SignInsOfADay more) {
        return new SignInsOfADay(
                kind,
                first.isBefore(more.first) ? first : more.first,
                last.isAfter(more.last) ? last : more.last,
                times + more.times);
    }
}
