package dev.postern.admin.idempotency;

import dev.postern.common.mail.Sha256;

/** Names one request of one token. */
record RequestId(String token, Sha256 key) {}
