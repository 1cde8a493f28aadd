package dev.postern.admin.operators;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.access.Role;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordRule;
import dev.postern.common.service.SecretFile;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Sees to it that somebody can sign in to a new platform: the first owner, whose password is in the secret file. */
@Component
class FirstOperator implements ApplicationRunner {

    static final Username USERNAME = new Username("operator");

    private static final Logger log = LoggerFactory.getLogger(FirstOperator.class);

    private final Operators operators;
    private final CreateOperator create;
    private final OperatorSettings settings;

    FirstOperator(Operators operators, CreateOperator create, OperatorSettings settings) {
        this.operators = operators;
        this.create = create;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (operators.areThere()) {
            return;
        }
        var password = new Password(SecretFile.read(settings.passwordFile()));
        PasswordRule.complaint(password, USERNAME.text()).ifPresent(complaint -> {
            throw new IllegalStateException("%s: %s Write a better one into the file and start again."
                    .formatted(settings.passwordFile(), complaint));
        });
        var first = new NewOperator(USERNAME, Role.OWNER, Set.of(), true, Optional.of(password));
        if (Acting.as(Actor.platform(), () -> create.apply(first)) instanceof Outcome.Done) {
            log.info("The first owner is '{}', with the password of {}", USERNAME, settings.passwordFile());
        }
    }
}
