import type { Deferred } from "./outcome";

/**
 * Keeps a deferred message where it is: Email Routing turns the throw into a temporary SMTP error, and the sending server,
 * which still has the message, tries again.
 *
 * @throws always
 */
export function leaveWithSender(traceId: string, { why }: Deferred): never {
  throw new Error(`postern ${traceId}: try again later: ${why}`);
}
