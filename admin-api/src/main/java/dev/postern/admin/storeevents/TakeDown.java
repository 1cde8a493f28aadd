package dev.postern.admin.storeevents;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.signins.SignIn;
import dev.postern.admin.signins.SignIns;
import dev.postern.admin.statistics.CountedSignIn;
import dev.postern.admin.statistics.SignInTally;
import dev.postern.admin.usage.Usages;
import dev.postern.common.service.logfile.LogFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a piece of the events down, together with the place behind it: as one, so that nothing is lost or counted twice. */
@Component
class TakeDown {

    private final SignIns signIns;
    private final Usages usages;
    private final SignInTally tally;
    private final PlaceTable place;

    TakeDown(SignIns signIns, Usages usages, SignInTally tally, PlaceTable place) {
        this.signIns = signIns;
        this.usages = usages;
        this.tally = tally;
        this.place = place;
    }

    @Transactional
    public void apply(List<Tried> tried, Set<String> changed, LogFile.Place end, Optional<String> webmail) {
        signIns.add(tried.stream().flatMap(one -> signIn(one).stream()).toList());
        tally.add(tried.stream().map(TakeDown::counted).toList());
        usages.outdate(changed.stream().flatMap(user -> mailbox(user).stream()).collect(Collectors.toSet()));
        place.set(end, webmail);
    }

    private static CountedSignIn counted(Tried tried) {
        return new CountedSignIn(
                mailbox(tried.user()).map(HostedAddress::domain),
                tried.protocol(),
                tried.address(),
                tried.letIn(),
                tried.at());
    }

    private static Optional<SignIn> signIn(Tried tried) {
        return mailbox(tried.user())
                .map(mailbox -> new SignIn(
                        mailbox, tried.protocol(), tried.address(), tried.letIn(), tried.appPassword(), tried.at()));
    }

    /** Names that are no addresses are none of ours: guesses, and Sieve's own. */
    private static Optional<HostedAddress> mailbox(String user) {
        try {
            return Optional.of(HostedAddress.parse(user));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
