package dev.postern.admin.tokens;

import dev.postern.common.mail.Sha256;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiTokens implements ApiTokens {

    private final JdbcClient jdbc;

    JdbcApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> nameOf(Sha256 digest) {
        return jdbc.sql("select name from api_token where sha256 = :digest")
                .param("digest", digest.bytes())
                .query(String.class)
                .optional();
    }

    @Override
    public void save(String name, Sha256 digest) {
        jdbc.sql("""
                        insert into api_token (name, sha256) values (:name, :digest)
                        on duplicate key update sha256 = values(sha256)""").param("name", name).param("digest", digest.bytes()).update();
    }
}
