package dev.postern.ingest.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much is done at a time, and for how long.
 *
 * @param keyFile Base64 of the 32 bytes that delivery keys are made with. With another key every message is a new one
 * @param answerWithin after which a request is answered, whatever has happened by then
 * @param maxReceiving requests whose body is read at a time
 * @param maxDelivering messages handed over at a time; the bodies of more are kept waiting
 * @param maxDeliveringSize bytes of all messages handed over at a time; one that is larger goes alone. The filter takes some
 *     thirty times the size of a message of words
 * @param maxWait how long a request waits for either before it is told to come again (429)
 */
@Validated
@ConfigurationProperties("postern.ingest.delivery")
record DeliverySettings(
        @NotNull @DefaultValue("/run/secrets/ingest_delivery_key")
        Path keyFile,

        @DurationMin(seconds = 2) @DurationMax(seconds = 29) @DefaultValue("28s")
        Duration answerWithin,

        @Min(1) @Max(1000) @DefaultValue("256") int maxReceiving,
        @Min(1) @Max(1000) @DefaultValue("64") int maxDelivering,

        @NotNull @DefaultValue("16MB") DataSize maxDeliveringSize,

        @DurationMin(millis = 0) @DurationMax(seconds = 10) @DefaultValue("8s")
        Duration maxWait) {

    private static final DataSize LARGEST = DataSize.ofGigabytes(1);

    DeliverySettings {
        if (maxDeliveringSize.isNegative() || maxDeliveringSize.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("postern.ingest.delivery: max-delivering-size must be 0B to 1GB");
        }
    }
}
