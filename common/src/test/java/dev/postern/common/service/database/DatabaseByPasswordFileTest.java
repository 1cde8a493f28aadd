package dev.postern.common.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseByPasswordFileTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DatabaseByPasswordFile.class, DataSourceAutoConfiguration.class));

    @TempDir
    private Path directory;

    private record Access(String url, String username, Path passwordFile) implements DatabaseAccess {}

    @Test
    void signsInWithThePasswordOfTheFile() throws IOException {
        var file = Files.writeString(directory.resolve("password"), "a password of its own\n");
        var access = new Access("jdbc:h2:mem:password-file", "somebody", file);

        service.withBean(DatabaseAccess.class, () -> access)
                .run(context -> assertThat(context.getBean(JdbcConnectionDetails.class))
                        .returns("a password of its own", JdbcConnectionDetails::getPassword)
                        .returns("somebody", JdbcConnectionDetails::getUsername)
                        .returns("jdbc:h2:mem:password-file", JdbcConnectionDetails::getJdbcUrl));
    }

    @Test
    void readsNoPasswordInATrainingRun() {
        var access = new Access("jdbc:h2:mem:training", "somebody", directory.resolve("absent"));

        service.withBean(DatabaseAccess.class, () -> access)
                .withPropertyValues("spring.profiles.active=training")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DatabaseByPasswordFile.class));
    }

    @Test
    void leavesAServiceAloneThatDoesNotAsk() {
        service.run(context -> assertThat(context).doesNotHaveBean(DatabaseByPasswordFile.class));
    }
}
