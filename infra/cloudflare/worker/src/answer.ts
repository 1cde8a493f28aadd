import { boundedText } from "./bounded-text";
import { deferred, type Outcome } from "./outcome";
import { isPermanentReply } from "./smtp-reply";

/**
 * Believes two answers only: a 200 with mail-ingest's receipt for this message, and a 422 with the SMTP reply that refuses it.
 * Anything else, such as the log-in page of a proxy, says nothing about the message.
 */
export async function understand(answer: Response, traceId: string): Promise<Outcome> {
  switch (answer.status) {
    case 200:
      return receiptTraceId(await json(answer)) === traceId
        ? { kind: "accepted" }
        : deferred("HTTP 200 without a receipt for this message");
    case 422: {
      const reply = smtpReply(answer, await json(answer));
      return isPermanentReply(reply) ? { kind: "refused", reply } : deferred("HTTP 422 without a permanent SMTP reply");
    }
    default:
      await answer.body?.cancel();
      return deferred(`HTTP ${answer.status}`);
  }
}

function receiptTraceId(body: unknown): unknown {
  return (body as { receipt?: { traceId?: unknown } | null } | null)?.receipt?.traceId;
}

function smtpReply(answer: Response, body: unknown): unknown {
  const mediaType = answer.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  return mediaType === "application/problem+json" ? (body as { smtp?: unknown } | null)?.smtp : undefined;
}

async function json(answer: Response): Promise<unknown> {
  const text = await boundedText(answer);
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
