/** One message for one recipient, as Email Routing gave it. */
export interface Mail {
  readonly traceId: string;
  readonly reversePath: string;
  readonly recipient: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The null reverse-path comes as `""` or `"<>"`; it leaves as `"<>"`, since an empty header field may get lost on the way. */
const NULL_REVERSE_PATH = "<>";

/**
 * Reads the message whole: digest and signature travel ahead of the body.
 *
 * @throws when there are fewer or more bytes than announced, as a cut message must not pass for a whole one
 */
export async function readMail(message: ForwardableEmailMessage, traceId: string): Promise<Mail> {
  const body = await readBody(message);
  return { traceId, reversePath: message.from || NULL_REVERSE_PATH, recipient: message.to, body };
}

/** Straight into its place: collecting chunks would hold the message twice in an isolate's 128 MB and copy it once more. */
async function readBody({ raw, rawSize }: ForwardableEmailMessage): Promise<Uint8Array<ArrayBuffer>> {
  const sizeAndOneMore = rawSize + 1; // to notice a message that goes on
  const { value } = await raw.getReader({ mode: "byob" }).readAtLeast(sizeAndOneMore, new Uint8Array(sizeAndOneMore));
  const bytes = value?.byteLength ?? 0;
  if (!value || bytes !== rawSize) {
    throw new Error(`read ${bytes}${bytes > rawSize ? " or more" : ""} of ${rawSize} bytes`);
  }
  return value;
}

/** Gives the memory back at once: left to the collector, bodies pile up beyond what an isolate has. */
export function release({ body }: Mail): void {
  body.buffer.transfer(0);
}
