package dev.postern.admin.limits;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much one caller gets of this service.
 *
 * @param tokenRequests requests a minute by one API token
 * @param operatorRequests requests a minute by one operator in the browser
 * @param addressRequests requests a minute to the API from one IP address without a token, or with one that opens nothing
 * @param largestBody how large a request may be
 * @param largestUpload how large a request may be that brings a file
 */
@Validated
@ConfigurationProperties("postern.admin.limits")
record LimitSettings(
        @Positive @DefaultValue("1200") int tokenRequests,
        @Positive @DefaultValue("1200") int operatorRequests,
        @Positive @DefaultValue("600") int addressRequests,
        @DefaultValue("1MB") DataSize largestBody,
        @DefaultValue("4MB") DataSize largestUpload) {

    int requests(Caller.Kind kind) {
        return switch (kind) {
            case TOKEN -> tokenRequests;
            case OPERATOR -> operatorRequests;
            case ADDRESS -> addressRequests;
        };
    }
}
