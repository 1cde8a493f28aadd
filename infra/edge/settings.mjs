import { readFileSync } from "node:fs";

/** The Worker's module and its bindings, as `wrangler deploy` would make them. */
export function readSettings({
  INGEST_URL = "http://mail-ingest:8080",
  INGEST_KEYS_FILE = "/run/secrets/ingest_keys",
  INGEST_TIMEOUT_MS,
  WORKER_BUNDLE = new URL("worker/index.mjs", import.meta.url).pathname,
}) {
  const [id, key] = signingKey(INGEST_KEYS_FILE);
  return {
    bundle: readFileSync(WORKER_BUNDLE, "utf8"),
    bindings: { INGEST_URL, INGEST_KEY_ID: id, INGEST_KEY: key, ...(INGEST_TIMEOUT_MS && { INGEST_TIMEOUT_MS }) },
  };
}

/** Lines of `keyid base64`; the first signs. */
function signingKey(file) {
  const first = readFileSync(file, "utf8").split("\n").map((line) => line.trim()).find((line) => line !== "");
  const [id, key, ...rest] = first?.split(/\s+/) ?? [];
  if (!id || !key || rest.length > 0) {
    throw new Error(`${file}: the first line must be "keyid base64"`);
  }
  return [id, key];
}
