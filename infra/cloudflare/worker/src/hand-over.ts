import { understand } from "./answer";
import { base64 } from "./base64";
import type { Mail } from "./mail";
import type { Outcome } from "./outcome";
import type { Settings } from "./settings";
import { newNonce, sign, type CoveredFields } from "./signature";

const MESSAGES_PATH = "/v1/messages";

/** Posts the message to mail-ingest once; trying again is the sending server's part. */
export async function handOver(mail: Mail, settings: Settings, deadline: AbortSignal): Promise<Outcome> {
  const answer = await fetch(settings.origin + MESSAGES_PATH, {
    method: "POST",
    headers: await headersOf(mail, settings),
    body: mail.body,
    redirect: "manual", // following one would take a signed message to another place
    signal: deadline,
  });
  return understand(answer, mail.traceId);
}

async function headersOf(mail: Mail, { key, access }: Settings): Promise<Record<string, string>> {
  const covered: CoveredFields = {
    "content-digest": `sha-256=:${base64(await crypto.subtle.digest("SHA-256", mail.body))}:`,
    "postern-mail-from": encodeURIComponent(mail.reversePath),
    "postern-rcpt-to": encodeURIComponent(mail.recipient),
    "postern-trace-id": mail.traceId,
  };
  const signature = await sign({ method: "POST", path: MESSAGES_PATH, fields: covered }, key, new Date(), newNonce());
  return {
    "content-type": "message/rfc822",
    accept: "application/json, application/problem+json",
    ...covered,
    "signature-input": signature.input,
    signature: signature.value,
    ...access,
  };
}
