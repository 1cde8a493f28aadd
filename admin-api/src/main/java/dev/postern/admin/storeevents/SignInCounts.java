package dev.postern.admin.storeevents;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts sign-ins by protocol, source and outcome, those to mailboxes that are not there included. */
@Component
class SignInCounts {

    private final MeterRegistry meters;

    SignInCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    void add(Tried tried) {
        Counter.builder("postern.admin.sign.ins")
                .description("Sign-ins to mailboxes")
                .tag("protocol", tried.protocol().text())
                .tag("source", Source.of(tried.address()).text())
                .tag("outcome", tried.letIn() ? "success" : "failure")
                .register(meters)
                .increment();
    }
}
