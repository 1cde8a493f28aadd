package dev.postern.admin.operators;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.postern.common.testing.TestSecrets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

class FirstOperatorTest {

    private final Operators operators = mock();
    private final CreateOperator create = mock();

    @Test
    void isNotMadeAgainWhereSomebodyIs() {
        when(operators.areThere()).thenReturn(true);

        start(Path.of("/nowhere"));

        verify(create, never()).apply(any());
    }

    @Test
    void needsAPasswordThatIsGoodEnough() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(TestSecrets.file("operator_password", "operator")))
                .withMessageContaining("operator_password")
                .withMessageContaining("at least 12");
    }

    private void start(Path passwordFile) {
        new FirstOperator(operators, create, new OperatorSettings(passwordFile)).run(new DefaultApplicationArguments());
    }
}
