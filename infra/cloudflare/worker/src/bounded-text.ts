/** Many times what mail-ingest ever answers. */
const MOST_BYTES = 64 * 1024;

/** The body as text, or its beginning when there is more than 64 KiB of it. */
export async function boundedText(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let room = MOST_BYTES;
  for await (const chunk of (answer.body ?? new Blob().stream()) as ReadableStream<Uint8Array>) {
    text += decoder.decode(chunk.subarray(0, room), { stream: true });
    room -= chunk.byteLength;
    if (room <= 0) {
      break; // which cancels the rest
    }
  }
  return text + decoder.decode();
}
