package dev.postern.admin.operators;

import dev.postern.admin.passwords.Password;
import java.util.Optional;

/**
 * An operator who has just got a password.
 *
 * @param generated it, when it was made here: this is the only time it can be told
 */
public record OperatorWithPassword(Operator operator, Optional<Password> generated) {}
