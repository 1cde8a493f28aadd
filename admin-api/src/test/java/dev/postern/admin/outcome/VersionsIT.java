package dev.postern.admin.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.AliasChange;
import dev.postern.admin.aliases.ChangeAlias;
import dev.postern.admin.aliases.DeleteAlias;
import dev.postern.admin.domains.ChangeDomain;
import dev.postern.admin.domains.DomainChange;
import dev.postern.admin.domains.RelayName;
import dev.postern.admin.mailboxes.ChangeMailbox;
import dev.postern.admin.mailboxes.DeleteMailbox;
import dev.postern.admin.mailboxes.MailboxChange;
import dev.postern.admin.outcome.Outcome.Done;
import dev.postern.admin.outcome.Outcome.Refused;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody overwrites what he has not seen. */
@AdminApiTest
class VersionsIT {

    private static final Optional<Long> FIRST = Optional.of(1L);

    @Autowired
    AdminApi api;

    @Autowired
    ChangeDomain changeDomain;

    @Autowired
    ChangeMailbox changeMailbox;

    @Autowired
    DeleteMailbox deleteMailbox;

    @Autowired
    ChangeAlias changeAlias;

    @Autowired
    DeleteAlias deleteAlias;

    private String domain = "";

    @BeforeEach
    void addAccounts() {
        domain = api.newDomain();
        api.newMailbox("alice@" + domain);
        api.post("/api/v1/aliases", "{'address': 'info@%1$s', 'targets': ['alice@%1$s']}".formatted(domain));
    }

    @Test
    void theSecondToChangeADomainIsToldHowItIsNow() {
        var name = DomainName.parse(domain);

        var first = platform(() -> changeDomain.apply(name, relay("second"), FIRST));
        var late = platform(() -> changeDomain.apply(name, relay("third"), FIRST));

        assertThat(first).isInstanceOf(Done.class);
        assertThat(late)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOfSatisfying(Refusal.Stale.class, stale -> {
                            assertThat(stale.present()).isEqualTo(((Done<?>) first).value());
                            assertThat(stale.detail()).contains("version 1", "at 2");
                        }));
        assertThat(api.get("/api/v1/domains/" + domain).text("relay")).isEqualTo("second");
    }

    @Test
    void ofManyWhoSawTheSameMailboxOneChangesIt() {
        var address = HostedAddress.parse("alice@" + domain);

        try (var clients = Executors.newFixedThreadPool(8)) {
            IntStream.rangeClosed(1, 8)
                    .forEach(number -> clients.execute(() ->
                            platform(() -> changeMailbox.apply(address, Optional.empty(), quota(number), FIRST))));
        }

        assertThat(api.get("/api/v1/mailboxes/" + address)
                        .body()
                        .path("version")
                        .asLong())
                .isEqualTo(2);
        assertThat(platform(() -> deleteMailbox.apply(address, FIRST))).isInstanceOf(Refused.class);
        assertThat(platform(() -> deleteMailbox.apply(address, Optional.of(2L))))
                .isInstanceOf(Done.class);
    }

    @Test
    void anAliasKeepsItsTargetsFromWhoSawOthers() {
        var address = AliasAddress.parse("info@" + domain);
        api.patch("/api/v1/aliases/" + address, "{'targets': ['bob@elsewhere.example']}");
        var change = AliasChange.NONE.withEnabled(false);

        assertThat(platform(() -> changeAlias.apply(address, change, FIRST))).isInstanceOf(Refused.class);
        assertThat(platform(() -> deleteAlias.apply(address, FIRST))).isInstanceOf(Refused.class);
        assertThat(platform(() -> changeAlias.apply(address, change, Optional.of(2L))))
                .isInstanceOf(Done.class);
    }

    @Test
    void aChangeByAnotherWayCountsToo() {
        var before = api.get("/api/v1/mailboxes/alice@" + domain).body();

        api.put("/api/v1/mailboxes/alice@%s/sending".formatted(domain), "{'messagesPerHour': 3}");

        var after = api.get("/api/v1/mailboxes/alice@" + domain).body();
        assertThat(after.path("version").asLong()).isEqualTo(2);
        assertThat(after.path("updatedAt").asString())
                .isGreaterThan(before.path("updatedAt").asString());
    }

    private static <T> T platform(Supplier<T> deed) {
        return Acting.as(Actor.platform(), deed);
    }

    private static DomainChange relay(String name) {
        return new DomainChange(Optional.empty(), Optional.of(new RelayName(name)), Optional.empty(), Optional.empty());
    }

    private static MailboxChange quota(int megabytes) {
        return MailboxChange.NONE.withQuota(new Quota((long) megabytes << 20));
    }
}
