import { EventEmitter, once } from "node:events";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Log, LogLevel, Miniflare } from "miniflare";

export const keyId = "test-1";
export const key = Buffer.from("the key of the tests: thirty-two bytes and more");

const compatibilityDate = "2026-07-01";

/** The built Worker in workerd, called as Email Routing would call it. */
export class Edge {
  #miniflare;
  #output = "";
  #printed = new EventEmitter();

  /** @param worker the module to call; the built Worker unless told otherwise */
  constructor(bindings, worker = module("../../dist/index.mjs")) {
    this.#miniflare = new Miniflare({
      host: "127.0.0.1",
      port: 0,
      cf: false, // else it asks Cloudflare where this machine is
      log: new Log(LogLevel.NONE),
      handleRuntimeStdio: (stdout, stderr) => {
        for (const stream of [stdout, stderr]) {
          stream.on("data", (chunk) => {
            this.#output += chunk;
            this.#printed.emit("more");
          });
        }
      },
      workers: [
        { name: "driver", modules: [module("../../../../edge/driver.mjs")], compatibilityDate, serviceBindings: { WORKER: "worker" } },
        {
          name: "worker",
          modules: [worker],
          compatibilityDate,
          bindings: { INGEST_KEY_ID: keyId, INGEST_KEY: key.toString("base64"), ...bindings },
        },
      ],
    });
  }

  /** @returns {Promise<{outcome: "accept" | "reject" | "temporary", calls: [string, string][], error?: string}>} */
  async receive({ from = "sender@example.org", to = "reader@example.net", body = Buffer.from("\r\n"), rawSize = body.length }) {
    const envelope = new URLSearchParams({ from, to });
    const answer = await this.#miniflare.dispatchFetch(`http://driver/?${envelope}`, {
      method: "POST",
      body,
      duplex: "half",
      headers: { "x-raw-size": String(rawSize) },
    });
    return answer.json();
  }

  /** All that the runtime has printed, once it contains the text. */
  async outputWith(text) {
    const signal = AbortSignal.timeout(10_000);
    while (!this.#output.includes(text)) {
      await once(this.#printed, "more", { signal });
    }
    return this.#output;
  }

  close() {
    return this.#miniflare.dispose();
  }
}

/** @param path relative to this folder */
export function module(path) {
  return { type: "ESModule", path: basename(path), contents: readFileSync(new URL(path, import.meta.url), "utf8") };
}
