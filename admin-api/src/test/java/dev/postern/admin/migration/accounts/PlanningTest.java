package dev.postern.admin.migration.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.postern.admin.addresses.Holder;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.Target;
import dev.postern.admin.migration.accounts.AccountPlan.Present;
import dev.postern.admin.migration.export.ExportFile;
import dev.postern.admin.migration.export.ExportFormat;
import dev.postern.admin.migration.export.Exports;
import dev.postern.admin.migration.export.Remark;
import dev.postern.admin.migration.export.Remark.Code;
import dev.postern.common.mail.DomainName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanningTest {

    private static final String DOMAINS = "domain,description,active\nold.example,,1\n";
    private static final String MAILBOXES =
            "username,password,quota,active\nann@old.example,{PLAIN}nine green umbrellas,0,1\nbob@old.example,,0,1\n";

    @Test
    void plansASampleOfPostfixAdmin() {
        var plan = new Planning(
                        Exports.read(ExportFormat.POSTFIXADMIN_SQL, Exports.sample("postfixadmin/dump.sql")),
                        here(Set.of(), Map.of()))
                .plan();

        assertThat(plan.domains())
                .extracting(domain -> domain.name().ascii())
                .containsExactly("old.example", "alt.example");
        assertThat(plan.mailboxes()).hasSize(2);
        assertThat(plan.aliases())
                .extracting(alias -> alias.address().toString(), alias -> targets(alias), PlannedAlias::enabled)
                .containsExactly(
                        tuple("info@old.example", "ann@old.example,bob@old.example", true),
                        tuple("team@old.example", "ann@old.example,bob@old.example", false),
                        tuple("@old.example", "ann@old.example", true),
                        tuple("ann@alt.example", "ann@old.example", true),
                        tuple("bob@alt.example", "bob@old.example", true),
                        tuple("info@alt.example", "ann@old.example,bob@old.example", true),
                        tuple("team@alt.example", "ann@old.example,bob@old.example", false),
                        tuple("@alt.example", "ann@old.example", true));
        assertThat(plan.remarks())
                .extracting(Remark::subject, Remark::code, Remark::argument)
                .containsExactlyInAnyOrder(
                        tuple("backup.example", Code.DOMAIN_BACKUP, ""),
                        tuple("bob@old.example", Code.PASSWORD_WEAK, "MD5-CRYPT"),
                        tuple("alt.example", Code.DOMAIN_EXPANDED, "old.example"));
        assertThat(plan.leftBehind()).isEqualTo(1);
        assertThat(plan.forwardings())
                .extracting(
                        planned -> planned.mailbox().toString(),
                        planned -> planned.forwarding().targets().toString(),
                        planned -> planned.forwarding().keepsCopy())
                .containsExactly(tuple("bob@old.example", "[bob@elsewhere.example]", true));
    }

    @Test
    void leavesAloneWhatIsHereAlready() {
        var here = here(
                Set.of("old.example"), Map.of("ann@old.example", Holder.MAILBOX, "info@old.example", Holder.ALIAS));

        var plan = plan(here, "info@old.example,ann@old.example,1\nann@old.example,ann@old.example,1\n");

        assertThat(plan.domains()).isEmpty();
        assertThat(plan.mailboxes())
                .extracting(mailbox -> mailbox.address().toString())
                .containsExactly("bob@old.example");
        assertThat(plan.aliases()).isEmpty();
        assertThat(plan.present())
                .containsExactly(
                        new Present(Present.Kind.DOMAIN, "old.example"),
                        new Present(Present.Kind.MAILBOX, "ann@old.example"),
                        new Present(Present.Kind.ALIAS, "info@old.example"));
        assertThat(plan.leftBehind()).isZero();
    }

    @Test
    void doesNotTakeAMailboxWhoseAddressIsAnAlias() {
        var plan = plan(here(Set.of("old.example"), Map.of("ann@old.example", Holder.ALIAS)), "");

        assertThat(plan.remarks())
                .extracting(Remark::subject, Remark::code)
                .contains(tuple("ann@old.example", Code.HELD));
    }

    @Test
    void doesNotTakeWhatLiesInNoDomain() {
        var plan = new Planning(
                        Exports.read(ExportFormat.POSTFIXADMIN_CSV, Exports.file("mailbox.csv", MAILBOXES)),
                        here(Set.of(), Map.of()))
                .plan();

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.remarks())
                .extracting(Remark::code, Remark::argument)
                .containsExactly(tuple(Code.DOMAIN_UNKNOWN, "old.example"), tuple(Code.DOMAIN_UNKNOWN, "old.example"));
    }

    @Test
    void saysWhatBecomesOfPasswords() {
        var plan = plan(here(Set.of(), Map.of()), "");

        assertThat(plan.remarks())
                .extracting(Remark::subject, Remark::code)
                .containsExactly(
                        tuple("bob@old.example", Code.PASSWORD_MISSING), tuple("ann@old.example", Code.PASSWORD_PLAIN));
    }

    @Test
    void leadsThroughOtherAliasesToWhereTheyEnd() {
        var here = here(
                Set.of("here.example"), Map.of("zoe@here.example", Holder.MAILBOX, "all@here.example", Holder.ALIAS));

        var plan = plan(here, """
                a@old.example,"b@old.example,ann@old.example",1
                b@old.example,"c@old.example, x@elsewhere.example,a@old.example",1
                c@old.example,"ann+list@old.example,all@here.example",1
                """);

        assertThat(plan.aliases())
                .extracting(alias -> alias.address().toString(), PlanningTest::targets)
                .containsExactly(
                        tuple(
                                "a@old.example",
                                "ann+list@old.example,zoe@here.example,x@elsewhere.example,ann@old.example"),
                        tuple(
                                "b@old.example",
                                "ann+list@old.example,zoe@here.example,x@elsewhere.example,ann@old.example"),
                        tuple("c@old.example", "ann+list@old.example,zoe@here.example"));
    }

    @Test
    void tellsOfTargetsThatCannotBeReached() {
        var plan = plan(here(Set.of(), Map.of()), """
                a@old.example,"|/usr/bin/vacation,/dev/null,:include:/etc/list,@elsewhere.example,ann#old.example@autoreply.old.example,null@localhost",1
                b@old.example,"gone@old.example,ann@old.example",1
                c@old.example,d@old.example,1
                d@old.example,c@old.example,1
                e@old.example,"not an address",1
                f@old.example,,1
                """);

        assertThat(plan.aliases())
                .extracting(alias -> alias.address().toString(), PlanningTest::targets)
                .containsExactly(tuple("b@old.example", "ann@old.example"));
        assertThat(plan.remarks())
                .extracting(Remark::subject, Remark::code)
                .contains(
                        tuple("a@old.example", Code.TARGETS_NONE),
                        tuple("a@old.example", Code.TARGET_SPECIAL),
                        tuple("b@old.example", Code.TARGET_MISSING),
                        tuple("c@old.example", Code.TARGETS_RING),
                        tuple("d@old.example", Code.TARGETS_RING),
                        tuple("e@old.example", Code.TARGET_MALFORMED),
                        tuple("f@old.example", Code.TARGETS_NONE));
        assertThat(plan.remarks())
                .filteredOn(remark -> remark.code() == Code.TARGET_SPECIAL)
                .hasSize(6);
    }

    @Test
    void doesNotTakeAnAliasWithTooManyTargets() {
        var many = new StringBuilder("many@old.example,\"");
        for (var number = 0; number < 101; number++) {
            many.append("a").append(number).append("@elsewhere.example,");
        }

        var plan = plan(here(Set.of(), Map.of()), many + "\",1\n");

        assertThat(plan.aliases()).isEmpty();
        assertThat(plan.remarks())
                .extracting(Remark::code, Remark::argument)
                .contains(tuple(Code.TARGETS_TOO_MANY, "101"));
    }

    @Test
    void sendsOnTheMailOfAMailboxThatKeptNone() {
        var plan = plan(
                here(Set.of(), Map.of()),
                "ann@old.example,\"bob@old.example,team@old.example\",1\nteam@old.example,\"ann@old.example,x@elsewhere.example\",1\n");

        assertThat(plan.forwardings())
                .extracting(
                        planned -> planned.mailbox().toString(),
                        planned -> planned.forwarding().targets().toString(),
                        planned -> planned.forwarding().keepsCopy())
                .containsExactly(tuple("ann@old.example", "[bob@old.example, x@elsewhere.example]", false));
    }

    @Test
    void doesNotForwardToMoreThanAMailboxCan() {
        var many = new StringBuilder("ann@old.example,\"");
        for (var number = 0; number < 21; number++) {
            many.append("a").append(number).append("@elsewhere.example,");
        }

        var plan = plan(here(Set.of(), Map.of()), many + "\",1\n");

        assertThat(plan.forwardings()).isEmpty();
        assertThat(plan.remarks()).extracting(Remark::code).contains(Code.FORWARDS_TOO_MANY);
    }

    private static AccountPlan plan(Here here, String aliases) {
        return new Planning(Exports.read(ExportFormat.POSTFIXADMIN_CSV, files("address,goto,active\n" + aliases)), here)
                .plan();
    }

    private static ExportFile[] files(String aliases) {
        return new ExportFile[] {
            Exports.file("domain.csv", DOMAINS),
            Exports.file("mailbox.csv", MAILBOXES),
            Exports.file("alias.csv", aliases)
        };
    }

    private static String targets(PlannedAlias alias) {
        return String.join(
                ",", alias.targets().all().stream().map(Object::toString).toList());
    }

    private static Here here(Set<String> domains, Map<String, Holder> holders) {
        return new Here() {
            @Override
            public boolean hosts(DomainName domain) {
                return domains.contains(domain.ascii());
            }

            @Override
            public Optional<Holder> holderOf(String address) {
                return Optional.ofNullable(holders.get(address));
            }

            @Override
            public List<Target> targetsOf(AliasAddress alias) {
                return List.of(Target.parse("zoe@here.example"));
            }
        };
    }
}
