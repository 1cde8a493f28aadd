package dev.postern.admin.signin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sign_in_policy}. */
@Repository
class SignInPolicy {

    private final JdbcClient jdbc;

    SignInPolicy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isSecondFactorRequired() {
        return jdbc.sql("select second_factor_required from sign_in_policy")
                .query(Boolean.class)
                .single();
    }

    void requireSecondFactor(boolean required) {
        jdbc.sql("update sign_in_policy set second_factor_required = :required")
                .param("required", required)
                .update();
    }
}
