package dev.postern.common.service;

import dev.postern.common.mail.TraceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Puts the name of the message at work into every log line that this thread writes meanwhile. */
public final class TraceContext {

    /** The field of the log line. */
    public static final String FIELD = "traceId";

    private TraceContext() {}

    /** Runs {@code work} under the trace. */
    public static void run(TraceId traceId, Runnable work) {
        call(traceId, () -> {
            work.run();
            return traceId;
        });
    }

    /** Runs {@code work} under the trace and gives its result. */
    public static <T, X extends Throwable> T call(TraceId traceId, ScopedValue.CallableOp<T, X> work) throws X {
        var outer = MDC.get(FIELD);
        MDC.put(FIELD, traceId.value());
        try {
            return work.call();
        } finally {
            restore(outer);
        }
    }

    private static void restore(@Nullable String outer) {
        if (outer == null) {
            MDC.remove(FIELD);
        } else {
            MDC.put(FIELD, outer);
        }
    }
}
