package dev.postern.ingest.submission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be sent, unless admin-api says otherwise of a mailbox or domain.
 *
 * @param mailbox what one mailbox may send
 * @param domain what all mailboxes of a domain together may send
 */
@Validated
@ConfigurationProperties("postern.ingest.submission")
record SubmissionSettings(
        @Valid @DefaultValue OfMailbox mailbox,
        @Valid @DefaultValue OfDomain domain) {

    record OfMailbox(
            @Min(0) @DefaultValue("100") long messagesPerHour,
            @Min(0) @DefaultValue("500") long messagesPerDay,
            @Min(0) @DefaultValue("200") long recipientsPerHour,
            @Min(0) @DefaultValue("1000") long recipientsPerDay) {

        SendingLimits limits() {
            return new SendingLimits(messagesPerHour, messagesPerDay, recipientsPerHour, recipientsPerDay);
        }
    }

    record OfDomain(
            @Min(0) @DefaultValue("500") long messagesPerHour,
            @Min(0) @DefaultValue("2000") long messagesPerDay,
            @Min(0) @DefaultValue("1000") long recipientsPerHour,
            @Min(0) @DefaultValue("5000") long recipientsPerDay) {

        SendingLimits limits() {
            return new SendingLimits(messagesPerHour, messagesPerDay, recipientsPerHour, recipientsPerDay);
        }
    }
}
