package dev.postern.admin.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.identity.Identity;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AdminApiTest
class RecoveryCodesIT {

    private final Identity ann = Identity.operator(AdminApi.unique("ann"));

    @Autowired
    RecoveryCodes codes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areGoodOnceEach() {
        var issued = issue();

        assertThat(issued)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
        assertThat(codes.use(ann, issued.get(3))).isTrue();
        assertThat(codes.use(ann, issued.get(3))).isFalse();
        assertThat(codes.left(ann)).isEqualTo(9);
        assertThat(codes.use(ann, issued.get(4).replace('-', ' ').toUpperCase(Locale.ROOT)))
                .isTrue();
    }

    @Test
    void areVoidOnceThereAreNewOnes() {
        var old = issue();
        var issued = issue();

        assertThat(codes.use(ann, old.getFirst())).isFalse();
        assertThat(codes.use(ann, issued.getFirst())).isTrue();
    }

    @Test
    void areNobodyElses() {
        var issued = issue();

        assertThat(codes.use(Identity.mailbox(ann.name()), issued.getFirst())).isFalse();
        assertThat(codes.use(ann, "")).isFalse();
        assertThat(codes.left(ann)).isEqualTo(10);
    }

    @Test
    void areKeptAsDigestsAlone() {
        var issued = issue();

        assertThat(jdbc.sql("select hex(sha256) from recovery_code where name = :name")
                        .param("name", ann.name())
                        .query(String.class)
                        .list())
                .hasSize(10)
                .noneMatch(kept -> issued.contains(kept));
    }

    private List<String> issue() {
        return Acting.as(Actor.platform(), () -> codes.issue(ann));
    }
}
