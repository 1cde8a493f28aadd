import { parseArgs } from "node:util";
import { EmailEdge } from "./email-edge.mjs";
import { send } from "./send.mjs";
import { serve } from "./serve.mjs";
import { readSettings } from "./settings.mjs";

const USAGE = `usage: serve                             listen on port 8787: POST /send?from=ADDRESS&to=ADDRESS with a message
       send --from ADDRESS --to ADDRESS  take one message from standard input
`;
/** sysexits(3) */
const EX_USAGE = 64;
const EX_CONFIG = 78;

const { mode, from, to } = readCommand(process.argv.slice(2));
const edge = new EmailEdge(configured());

if (mode === "send") {
  process.exitCode = await send(edge, { from, to });
} else {
  await serve(edge); // until a signal: Miniflare then ends workerd and this process
}

function readCommand(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { from: { type: "string", default: "" }, to: { type: "string" } },
    });
    const [mode, ...rest] = positionals;
    if (rest.length === 0 && (mode === "serve" || (mode === "send" && values.to))) {
      return { mode, ...values };
    }
  } catch {
    // an unknown option: told by the usage
  }
  process.stderr.write(USAGE);
  process.exit(EX_USAGE);
}

function configured() {
  try {
    return readSettings(process.env);
  } catch (problem) {
    process.stderr.write(`${problem.message}\n`);
    process.exit(EX_CONFIG);
  }
}
