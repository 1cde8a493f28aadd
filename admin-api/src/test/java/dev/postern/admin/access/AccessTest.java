package dev.postern.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postern.common.mail.DomainName;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final DomainName OWN = DomainName.parse("own.example");
    private static final DomainName OTHER = DomainName.parse("other.example");

    @Test
    void letsAnOwnerDoEverything() {
        var access = as(Rights.of(Role.OWNER));

        assertThatCode(() -> access.toChange(OTHER)).doesNotThrowAnyException();
        assertThatCode(access::toRunThePlatform).doesNotThrowAnyException();
        assertThat(access.scope().isEverything()).isTrue();
    }

    @Test
    void letsADomainAdministratorChangeHisDomainsAndHidesTheOthers() {
        var access = as(new Rights(Role.DOMAIN_ADMINISTRATOR, Set.of(OWN)));

        assertThatCode(() -> access.toChange(OWN)).doesNotThrowAnyException();
        refused(Denied.Reason.UNSEEN, () -> access.toSee(OTHER));
        refused(Denied.Reason.UNSEEN, () -> access.toChange(OTHER));
        refused(Denied.Reason.ROLE, access::toRunThePlatform);
        assertThat(access.scope().names()).containsExactly("own.example");
    }

    @Test
    void letsAnAuditorSeeEverythingAndChangeNothing() {
        var access = as(Rights.of(Role.AUDITOR));

        assertThatCode(() -> access.toSee(OTHER)).doesNotThrowAnyException();
        refused(Denied.Reason.ROLE, () -> access.toChange(OTHER));
        refused(Denied.Reason.ROLE, access::toRunThePlatform);
    }

    @Test
    void givesTheOwnerOfAMailboxNothingOfOthers() {
        var access = new Access(() -> Actor.mailbox("alice@own.example", Optional.empty()));

        refused(Denied.Reason.UNSEEN, () -> access.toSee(OWN));
        refused(Denied.Reason.ROLE, access::toRunThePlatform);
    }

    private static Access as(Rights rights) {
        return new Access(() -> Actor.operator("somebody", rights, Optional.empty()));
    }

    private static void refused(Denied.Reason reason, ThrowingCallable question) {
        assertThatExceptionOfType(Denied.class)
                .isThrownBy(question)
                .extracting(Denied::reason)
                .isEqualTo(reason);
    }
}
