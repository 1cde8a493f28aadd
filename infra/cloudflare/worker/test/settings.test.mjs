import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { source } from "./support/source.mjs";

const { readSettings } = await source("settings");
const good = { INGEST_URL: "https://ingest.example.com", INGEST_KEY_ID: "edge-1", INGEST_KEY: Buffer.alloc(32, 7).toString("base64") };

describe("Settings", () => {
  it("have a time limit of 40 s and no service token unless told otherwise", async () => {
    const { origin, timeoutMillis, access, key } = await readSettings(good);
    assert.deepEqual({ origin, timeoutMillis, access, id: key.id }, { origin: "https://ingest.example.com", timeoutMillis: 40_000, access: {}, id: "edge-1" });
  });

  for (const url of ["https://ingest.example.com/", "https://ingest.example.com:8443", "http://mail-ingest:8080", "http://127.0.0.1:8025",
    "http://[::1]:8025", "http://localhost", "http://host.docker.internal:8025"]) {
    it(`take ${url}`, async () => {
      assert.equal((await readSettings({ ...good, INGEST_URL: url })).origin, new URL(url).origin);
    });
  }

  const wrong = {
    INGEST_URL: [undefined, "", "ingest.example.com", "https://ingest.example.com/v1", "https://ingest.example.com?a", "https://a:b@ingest.example.com",
      "ftp://ingest.example.com", "http://ingest.example.com", "http://192.0.2.1", "http://[2001:db8::1]", "http://1", "javascript:0"],
    INGEST_KEY_ID: [undefined, "", 'a"b', "a b", "ключ", "a\nb", "x".repeat(65)],
    INGEST_KEY: [undefined, "", "not base64!", Buffer.alloc(31).toString("base64")],
    INGEST_TIMEOUT_MS: ["", "0", "-1", "40001", "1.5", "soon"],
    CF_ACCESS_CLIENT_ID: ["id", "id\nx"],
  };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      it(`refuse ${name} = ${JSON.stringify(value)} by name, without repeating it`, async () => {
        await assert.rejects(readSettings({ ...good, [name]: value }), (problem) => {
          assert.equal(problem.name, "Misconfigured");
          assert.ok(problem.message.startsWith(name), problem.message);
          assert.ok(!value || name.startsWith("INGEST_URL") || value.length < 4 || !problem.message.includes(value));
          return true;
        });
      });
    }
  }
});
