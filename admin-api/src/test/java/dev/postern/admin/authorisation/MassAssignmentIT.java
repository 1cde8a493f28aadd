package dev.postern.admin.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestSecrets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request sets the fields that it has, and no other: not those that only an answer has, nor those of a table. */
@AdminApiTest
class MassAssignmentIT {

    @Autowired
    AdminApi api;

    @Test
    void noFieldIsTakenThatTheRequestDoesNotHave() {
        var premises = new Premises(api);
        var authority = Api.basic(premises.mailbox(), premises.password());
        for (var body : Body.all(api)) {
            Stream.concat(
                            Body.allFields(api),
                            Stream.of("password_hash", "passwordHash", "quota_bytes", "class", "__proto__"))
                    .filter(field -> !body.fields().containsKey(field))
                    .forEach(field -> Problem.in(api.call(
                                    body.row().method(),
                                    premises.fill(body.row().path()),
                                    body.withUnknown(field, premises),
                                    body.row().audience().equals("mailbox")
                                            ? authority
                                            : Api.bearer(TestSecrets.TOKEN)))
                            .status(400)
                            .field(field)
                            .saying("There is no field"));
        }
        assertThat(api.get("/api/v1/domains/" + premises.domain()).status()).isEqualTo(200);
    }
}
