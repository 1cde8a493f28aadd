package dev.postern.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.DomainName;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RightsTest {

    private static final DomainName ONE = DomainName.parse("one.example");
    private static final DomainName TWO = DomainName.parse("two.example");

    @Test
    void anOwnersLimitIsNone() {
        var rights = new Rights(Role.DOMAIN_ADMINISTRATOR, Set.of(ONE), Set.of(Grant.ACCOUNTS_READ));

        assertThat(rights.within(Rights.of(Role.OWNER))).contains(rights);
    }

    @Test
    void whatIsLeftOfADomainAdministratorsAreTheDomainsOfBoth() {
        assertThat(new Rights(Role.DOMAIN_ADMINISTRATOR, Set.of(ONE, TWO))
                        .within(new Rights(Role.DOMAIN_ADMINISTRATOR, Set.of(TWO))))
                .contains(new Rights(Role.DOMAIN_ADMINISTRATOR, Set.of(TWO)));
        assertThat(new Rights(Role.DOMAIN_ADMINISTRATOR, Set.of(ONE))
                        .within(new Rights(Role.DOMAIN_ADMINISTRATOR, Set.of(TWO))))
                .isEmpty();
    }

    @Test
    void nothingIsLeftWhereTheRoleIsAnother() {
        assertThat(Rights.of(Role.OWNER).within(Rights.of(Role.AUDITOR))).isEmpty();
        assertThat(Rights.of(Role.AUDITOR).within(new Rights(Role.DOMAIN_ADMINISTRATOR, Set.of(ONE))))
                .isEmpty();
        assertThat(new Rights(Role.DOMAIN_ADMINISTRATOR, Set.of(ONE)).within(Rights.of(Role.AUDITOR)))
                .isEmpty();
    }

    @Property
    void neverBecomeMore(
            @ForAll Role role,
            @ForAll Role limitingRole,
            @ForAll Set<Grant> grants,
            @ForAll Set<Grant> limitingGrants,
            @ForAll boolean first,
            @ForAll boolean second) {
        var rights = new Rights(role, first ? Set.of(ONE, TWO) : Set.of(ONE), grants);
        var limit = new Rights(limitingRole, second ? Set.of(TWO) : Set.of(ONE), limitingGrants);

        assertThat(rights.within(limit))
                .satisfies(left -> left.ifPresent(some -> {
                    assertThat(rights.grants()).containsAll(some.grants());
                    assertThat(limit.grants()).containsAll(some.grants());
                    assertThat(rights.domains()).containsAll(some.domains());
                    assertThat(some.role()).isEqualTo(role);
                    assertThat(some.within(limit)).isEqualTo(Optional.of(some));
                }));
    }

    @Test
    void whoMayChangeMaySee() {
        assertThat(Grant.whole(Set.of(Grant.ACCOUNTS_WRITE, Grant.PLATFORM_WRITE)))
                .containsExactlyInAnyOrder(
                        Grant.ACCOUNTS_READ, Grant.ACCOUNTS_WRITE, Grant.PLATFORM_READ, Grant.PLATFORM_WRITE);
    }
}
