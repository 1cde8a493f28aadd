package dev.postern.admin.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/**
 * What a receiver gets.
 *
 * @param id the same each time it is told of the same change
 * @param body JSON
 * @param signature over all of it
 */
record Message(String id, Instant sent, String body, String signature) {

    static Message signed(String id, Instant sent, String body, WebhookSecret secret) {
        return new Message(id, sent, body, secret.sign(id, sent, body.getBytes(UTF_8)));
    }
}
