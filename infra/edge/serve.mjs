import { once } from "node:events";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { Gate } from "./gate.mjs";

const MiB = 1024 * 1024;
/** Above Cloudflare's own 25 MiB, so that a test can see the platform's limit rather than this one. */
const LARGEST_MESSAGE = 32 * MiB;
/** The Worker holds a message whole, so this many bytes of them at once bound the memory. */
const gate = new Gate(100 * MiB);

/** @returns {Promise<import("node:http").Server>} listening */
export async function serve(edge, { host = "0.0.0.0", port = 8787 } = {}) {
  await edge.ready();
  const server = createServer((request, response) => {
    answer(edge, request)
      .catch((problem) => [500, { error: problem.message }])
      .then(([status, body]) => {
        response.writeHead(status, { "content-type": "application/json" }).end(`${JSON.stringify(body)}\n`);
      });
  });
  server.listen(port, host);
  await once(server, "listening");
  return server;
}

async function answer(edge, request) {
  const { pathname, searchParams } = new URL(request.url, "http://edge");
  switch (`${request.method} ${pathname}`) {
    case "GET /health":
      await edge.ready();
      return [200, { status: "ready" }];
    case "POST /send":
      return sendMessage(edge, request, searchParams.get("from") ?? "", searchParams.get("to"));
    default:
      return [404, { error: "There is POST /send?from=&to= and GET /health" }];
  }
}

async function sendMessage(edge, request, from, to) {
  const size = Number(request.headers["content-length"]);
  if (request.headers.origin !== undefined) {
    return [403, { error: "Not for web pages" }]; // a page open in the operator's browser could forge mail
  }
  if (!to) {
    return [400, { error: "Parameter \"to\" is missing" }];
  }
  if (!Number.isInteger(size)) {
    return [411, { error: "Content-Length is missing" }];
  }
  if (size > LARGEST_MESSAGE) {
    return [413, { error: `Messages have at most ${LARGEST_MESSAGE} bytes` }];
  }
  await gate.enter(size);
  try {
    return [200, await edge.receive({ from, to, size, body: size > 0 ? Readable.toWeb(request) : undefined })];
  } finally {
    gate.leave(size);
  }
}
