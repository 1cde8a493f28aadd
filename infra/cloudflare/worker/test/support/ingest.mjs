import { createServer } from "node:http";

/** An HTTP server in mail-ingest's place: keeps the last request and answers as the test says. */
export class Ingest {
  #server;
  /** @type {{method: string, path: string, rawHeaders: string[], headers: import("node:http").IncomingHttpHeaders, body: Buffer}} */
  last;
  requests = 0;
  /** @type {(request: Ingest["last"], response: import("node:http").ServerResponse) => void} */
  answer = receipt;

  async start() {
    this.#server = createServer(async (request, response) => {
      this.requests++;
      const { method, url: path, rawHeaders, headers } = request;
      const chunks = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      this.last = { method, path, rawHeaders, headers, body: Buffer.concat(chunks) };
      this.answer(this.last, response);
    });
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** What mail-ingest says when Postfix has the message. */
export function receipt(request, response) {
  reply(200, "application/json", receiptFor(request.headers["postern-trace-id"]))(request, response);
}

export function receiptFor(traceId) {
  return { receipt: { traceId, deliveryKey: "0".repeat(64), outcome: "accepted", duplicate: false, reply: "250 2.0.0 Ok: queued as 4T1mX" } };
}

export function reply(status, contentType, body, headers = {}) {
  return (request, response) => {
    response.writeHead(status, { "content-type": contentType, ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

export function problem(smtp) {
  return reply(422, "application/problem+json", { title: "Refused", status: 422, smtp });
}
