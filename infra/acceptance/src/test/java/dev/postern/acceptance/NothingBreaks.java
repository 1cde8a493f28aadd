package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** After the tests of a class each component runs as it did before, no process of Postfix has fallen, and mail is delivered. */
final class NothingBreaks implements BeforeAllCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(NothingBreaks.class);

    private record Before(Instant now, List<String> components) {}

    @Override
    public void beforeAll(ExtensionContext tests) {
        Platform.get();
        tests.getStore(NAMESPACE).put(tests.getUniqueId(), new Before(Instant.now(), components()));
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        var before = requireNonNull(tests.getStore(NAMESPACE).get(tests.getUniqueId(), Before.class));
        assertThat(components()).isEqualTo(before.components());
        assertThat(Command.run("docker", "logs", "--since", before.now().toString(), "postern-test-postfix-1")
                        .lines())
                .noneMatch(line -> line.contains("panic:") || line.contains("fatal:") || line.contains("killed by"));
        assertThatMailIsDelivered();
    }

    private static void assertThatMailIsDelivered() {
        var mailbox = Platform.get().newMailbox();
        var message = aMessage();
        assertThat(Platform.get()
                        .worker()
                        .send("somebody@sender.example", mailbox.address(), message.bytes())
                        .kind())
                .isEqualTo("accept");
        mailbox.messageWith(message.marker());
    }

    private static List<String> components() {
        return Arrays.stream(Component.values())
                .map(component -> "%s since %s, killed for memory: %d"
                        .formatted(component, component.inspect("{{.State.StartedAt}}"), component.killedForMemory()))
                .toList();
    }
}
