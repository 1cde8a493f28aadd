import type { SmtpReply } from "./smtp-reply";

/** What became of a message. */
export type Outcome = Accepted | Refused | Deferred;

/** mail-ingest has answered for it with its receipt. */
export type Accepted = { readonly kind: "accepted" };

/** mail-ingest has refused it for good. */
export type Refused = { readonly kind: "refused"; readonly reply: SmtpReply };

/** Nobody can say yet. `why` is for the log and the sender: it names no secret and no address. */
export type Deferred = { readonly kind: "deferred"; readonly why: string };

export function deferred(why: string): Deferred {
  return { kind: "deferred", why };
}
