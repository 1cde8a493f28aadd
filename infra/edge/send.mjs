import { buffer } from "node:stream/consumers";

/** sysexits(3), and what a sending mail server would do. */
const EXIT_STATUS = { accept: 0, reject: 1, temporary: 75 };

/** Sends standard input and prints what became of it. @returns the exit status */
export async function send(edge, { from, to }) {
  const body = await buffer(process.stdin);
  try {
    const result = await edge.receive({ from, to, body, size: body.length });
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return EXIT_STATUS[result.outcome];
  } finally {
    await edge.stop();
  }
}
