import { leaveWithSender } from "./leave-with-sender";
import { elapsedSince, logLine } from "./log";
import { receive } from "./receive";
import type { Environment } from "./settings";
import { replyLine } from "./smtp-reply";
import { newTraceId } from "./trace-id";

/** Called by Email Routing once for each recipient of a message: hands it over and obeys the answer. */
export default {
  async email(message, environment): Promise<void> {
    const started = Date.now();
    const traceId = newTraceId(started);
    const outcome = await receive(message, environment, traceId);
    console.log(logLine(traceId, message.rawSize, outcome, elapsedSince(started)));

    switch (outcome.kind) {
      case "accepted":
        return;
      case "refused":
        return message.setReject(replyLine(outcome.reply));
      case "deferred":
        return leaveWithSender(traceId, outcome);
    }
  },
} satisfies ExportedHandler<Environment>;
