import { before } from "./deadline";
import { handOver } from "./hand-over";
import { readMail, release } from "./mail";
import { deferred, type Outcome } from "./outcome";
import { readSettings, type Environment, type Settings } from "./settings";

/** Read, sign, post, understand the answer. Whatever goes wrong on the way is a deferral: it never loses or bounces mail. */
export async function receive(message: ForwardableEmailMessage, environment: Environment, traceId: string): Promise<Outcome> {
  try {
    const settings = await readSettings(environment);
    const deadline = AbortSignal.timeout(settings.timeoutMillis);
    return await before(deadline, () => readAndHandOver(message, traceId, settings, deadline));
  } catch (problem) {
    return deferred(problem instanceof Error ? `${problem.name}: ${problem.message}` : "unknown error");
  }
}

async function readAndHandOver(
  message: ForwardableEmailMessage,
  traceId: string,
  settings: Settings,
  deadline: AbortSignal,
): Promise<Outcome> {
  const mail = await readMail(message, traceId);
  try {
    return await handOver(mail, settings, deadline);
  } finally {
    release(mail);
  }
}
