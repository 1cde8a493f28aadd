/** What every service has: configuration that explains itself, secrets from files, logs with the trace of a message. */
@NullMarked
package dev.postern.common.service;

import org.jspecify.annotations.NullMarked;
