package dev.postern.admin.pages.operators;

import dev.postern.admin.operators.Operator;
import dev.postern.admin.sessions.LastSignIn;
import dev.postern.admin.signin.SecondFactors;
import org.jspecify.annotations.Nullable;

/** An operator in the list, with how he signs in and when he last did. */
record OperatorRow(
        Operator operator,
        SecondFactors.Owned owned,
        @Nullable LastSignIn last) {}
