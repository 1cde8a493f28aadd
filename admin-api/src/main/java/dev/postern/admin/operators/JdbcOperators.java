package dev.postern.admin.operators;

import dev.postern.admin.passwords.PasswordHash;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOperators implements Operators {

    private final JdbcClient jdbc;

    JdbcOperators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PasswordHash> passwordOf(String username) {
        return jdbc.sql("select password_hash from operator where username = :username")
                .param("username", username)
                .query(String.class)
                .optional()
                .map(PasswordHash::new);
    }

    @Override
    public void save(String username, PasswordHash password) {
        jdbc.sql("""
                        insert into operator (username, password_hash, enabled)
                        values (:username, :password, true)
                        on duplicate key update password_hash = values(password_hash)""")
                .param("username", username)
                .param("password", password.encoded())
                .update();
    }
}
