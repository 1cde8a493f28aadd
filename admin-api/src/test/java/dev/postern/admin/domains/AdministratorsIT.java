package dev.postern.admin.domains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AdminApiTest
class AdministratorsIT {

    @Autowired
    AdminApi api;

    @Test
    void setsWhoRunsADomain() throws SQLException {
        var path = "/api/v1/domains/%s/administrators".formatted(api.newDomain());
        var anna = newOperator("domain_administrator");
        var berta = newOperator("domain_administrator");

        var set = api.put(path, "{'administrators': ['%s', '%s', '%1$s']}".formatted(berta, anna));

        assertThat(set.body().path("administrators").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(anna, berta)
                .isSorted();
        assertThat(api.get(path).body()).isEqualTo(set.body());
        assertThat(api.put(path, "{'administrators': []}").body().path("administrators"))
                .isEmpty();
    }

    @Test
    void takesNobodyWhoIsNoDomainAdministrator() throws SQLException {
        var path = "/api/v1/domains/%s/administrators".formatted(api.newDomain());
        var auditor = newOperator("auditor");

        Problem.in(api.put(path, "{'administrators': ['%s', 'nobody']}".formatted(auditor)))
                .status(422)
                .field("administrators")
                .saying(auditor, "nobody");
        assertThat(api.get(path).body().path("administrators")).isEmpty();
        Problem.in(api.put("/api/v1/domains/nowhere.example/administrators", "{'administrators': []}"))
                .status(404);
    }

    private static String newOperator(String role) throws SQLException {
        var name = AdminApi.unique("operator");
        try (var connection = TestDatabase.connect("admin", "postern");
                var insert = connection.prepareStatement(
                        "insert into operator (username, password_hash, role, enabled) values (?, 'none', ?, true)")) {
            insert.setString(1, name);
            insert.setString(2, role);
            insert.executeUpdate();
        }
        return name;
    }
}
