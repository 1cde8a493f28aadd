package dev.postern.common.service;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start that fails for want of a secret with two sentences in place of a stack trace. */
final class UnusableSecretFailureAnalyzer extends AbstractFailureAnalyzer<UnusableSecret> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableSecret cause) {
        return new FailureAnalysis(cause.problem(), cause.fix(), cause);
    }
}
