package dev.postern.common.service.login;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The operators as admin-api's view shows them. Nothing is cached: a change there counts from the next request on. */
final class OperatorAccounts implements UserDetailsService {

    private final JdbcClient jdbc;

    OperatorAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return jdbc.sql("SELECT username, password_hash, enabled FROM operator_view.operator WHERE username = ?")
                .param(username)
                .query((row, _) -> User.withUsername(row.getString("username"))
                        .password(row.getString("password_hash"))
                        .disabled(!row.getBoolean("enabled"))
                        .roles("OPERATOR")
                        .build())
                .optional()
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(username));
    }
}
