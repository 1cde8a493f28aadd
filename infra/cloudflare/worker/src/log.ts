import type { Outcome } from "./outcome";

/** One line a message, as JSON for the log's search. It names no address: mail-ingest's receipt has those, under the same trace id. */
export function logLine(traceId: string, bytes: number, outcome: Outcome, millis: number): string {
  return JSON.stringify({ traceId, bytes, outcome: outcome.kind, ...reason(outcome), millis });
}

/** The clock of a Worker stands still while it computes: this is waiting time. */
export function elapsedSince(started: number): number {
  return Date.now() - started;
}

function reason(outcome: Outcome): { why?: string; reply?: string } {
  switch (outcome.kind) {
    case "accepted":
      return {};
    case "refused":
      return { reply: `${outcome.reply.code} ${outcome.reply.enhanced}` };
    case "deferred":
      return { why: outcome.why };
  }
}
