package dev.postern.admin.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.identity.Identity;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.AuthenticatorApp;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AdminApiTest
class TotpIT {

    private final Identity ann = Identity.operator(AdminApi.unique("ann"));

    @Autowired
    SetUpTotp setUp;

    @Autowired
    CheckTotp check;

    @Autowired
    RemoveTotp remove;

    @Autowired
    TotpTable table;

    @Autowired
    JdbcClient jdbc;

    @Test
    void countsFromTheFirstCodeOn() {
        var app = new AuthenticatorApp(setUp.offer(ann).secret());
        assertThat(check.isSetUp(ann)).isFalse();
        assertThat(confirm("000000")).isFalse();

        assertThat(confirm(app.code())).isTrue();

        assertThat(check.isSetUp(ann)).isTrue();
        assertThat(check.apply(ann, app.nextCode())).isTrue();
    }

    @Test
    void takesNoCodeTwiceAndNoneFromBefore() {
        var app = new AuthenticatorApp(setUp.offer(ann).secret());
        var first = app.code();
        confirm(first);

        assertThat(check.apply(ann, first)).isFalse();

        var next = app.nextCode();
        assertThat(check.apply(ann, " " + next.substring(0, 3) + " " + next.substring(3)))
                .isTrue();
        assertThat(check.apply(ann, next)).isFalse();
        assertThat(check.apply(ann, first)).isFalse();
    }

    @Test
    void takesACodeOnceHoweverManyTryAtOnce() throws Exception {
        var app = new AuthenticatorApp(setUp.offer(ann).secret());
        confirm(app.code());
        var next = app.nextCode();

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(_ -> () -> check.apply(ann, next))
                    .toList();
            assertThat(crowd.invokeAll(tries)).extracting(one -> one.get()).containsOnlyOnce(true);
        }
    }

    @Test
    void keepsTheOldAppUntilTheNewOneHasShownACode() {
        var old = new AuthenticatorApp(setUp.offer(ann).secret());
        confirm(old.code());
        var offered = setUp.offer(ann).secret();

        assertThat(setUp.present(ann).secret()).isEqualTo(offered);
        assertThat(check.apply(ann, old.nextCode())).isTrue();
        assertThat(confirm(new AuthenticatorApp(offered).code())).isTrue();
        assertThat(check.apply(ann, old.nextCode())).isFalse();
        assertThat(check.apply(ann, new AuthenticatorApp(offered).nextCode())).isTrue();
    }

    @Test
    void isNobodyElses() {
        var app = new AuthenticatorApp(setUp.offer(ann).secret());
        confirm(app.code());

        assertThat(check.apply(Identity.mailbox(ann.name()), app.nextCode())).isFalse();
        assertThat(check.apply(Identity.operator(AdminApi.unique("bob")), app.nextCode()))
                .isFalse();
    }

    @Test
    void isKeptEncrypted() {
        var secret = setUp.offer(ann).secret();

        assertThat(jdbc.sql("select secret from totp where name = :name")
                        .param("name", ann.name())
                        .query(byte[].class)
                        .single())
                .hasSize(4 + 12 + 20 + 16);
        assertThat(setUp.present(ann)).hasToString("Offer[…]");
        assertThat(secret).hasSize(32);
    }

    @Test
    void isGoneOnceRemoved() {
        var app = new AuthenticatorApp(setUp.offer(ann).secret());
        confirm(app.code());

        assertThat(Acting.as(Actor.platform(), () -> remove.apply(ann))).isTrue();
        assertThat(Acting.as(Actor.platform(), () -> remove.apply(ann))).isFalse();

        assertThat(check.isSetUp(ann)).isFalse();
        assertThat(check.apply(ann, app.nextCode())).isFalse();
        assertThat(actions()).containsExactly("totp.set-up", "totp.removed");
    }

    private List<String> actions() {
        return jdbc.sql("select action from audit.entry where subject = :name order by id")
                .param("name", ann.name())
                .query((row, _) -> String.valueOf(row.getString("action")))
                .list();
    }

    private boolean confirm(String code) {
        return Acting.as(Actor.platform(), () -> setUp.confirm(ann, code));
    }
}
