import { readFileSync } from "node:fs";
import { Log, LogLevel, Miniflare } from "miniflare";

const compatibilityDate = "2026-07-01";

/** The real Worker in workerd, called as Email Routing calls it. */
export class EmailEdge {
  #miniflare;

  constructor({ bundle, bindings }) {
    const driver = readFileSync(new URL("driver.mjs", import.meta.url), "utf8");
    this.#miniflare = new Miniflare({
      host: "127.0.0.1",
      port: 0,
      cf: false, // else it asks Cloudflare where this machine is
      log: new Log(LogLevel.ERROR),
      handleRuntimeStdio: (...streams) => streams.forEach((stream) => stream.pipe(process.stderr)),
      workers: [
        { name: "driver", modules: [module("driver.mjs", driver)], compatibilityDate, serviceBindings: { WORKER: "worker" } },
        { name: "worker", modules: [module("index.mjs", bundle)], compatibilityDate, bindings },
      ],
    });
  }

  /**
   * @param body the message: bytes, or a stream of `size` bytes
   * @returns {Promise<{outcome: "accept" | "reject" | "temporary", calls: [string, string][], error?: string, traceId?: string}>}
   */
  async receive({ from, to, body, size }) {
    const envelope = new URLSearchParams({ from, to });
    const answer = await this.#miniflare.dispatchFetch(`http://driver/?${envelope}`, {
      method: "POST",
      body,
      duplex: "half",
      headers: { "x-raw-size": String(size) },
    });
    const result = await answer.json();
    const traceId = /^postern ([0-9A-Z]{26}):/.exec(result.error)?.[1];
    return traceId ? { ...result, traceId } : result;
  }

  /** Resolves when workerd runs the Workers. */
  async ready() {
    const answer = await this.#miniflare.dispatchFetch("http://driver/");
    await answer.arrayBuffer();
  }

  stop() {
    return this.#miniflare.dispose();
  }
}

function module(path, contents) {
  return { type: "ESModule", path, contents };
}
