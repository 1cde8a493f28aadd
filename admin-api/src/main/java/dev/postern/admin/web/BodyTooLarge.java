package dev.postern.admin.web;

import java.io.IOException;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;

/** More was sent than is taken at once. */
public final class BodyTooLarge extends IOException {

    private final DataSize most;

    public BodyTooLarge(DataSize most) {
        super("more than %s were sent".formatted(most));
        this.most = most;
    }

    public ProblemDetail problem() {
        return ProblemKind.TOO_LARGE.saying("Send at most %d kB at once.".formatted(most.toKilobytes()));
    }
}
