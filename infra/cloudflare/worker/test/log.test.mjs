import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Edge, key } from "./support/edge.mjs";
import { Ingest, problem, receipt, reply } from "./support/ingest.mjs";

describe("The log has one line a message,", () => {
  let ingest, edge;
  before(async () => {
    ingest = await new Ingest().start();
    edge = new Edge({ INGEST_URL: ingest.url });
  });
  after(() => Promise.all([edge.close(), ingest.stop()]));

  const cases = {
    accepted: [receipt, {}],
    refused: [problem({ code: 550, enhanced: "5.1.1", text: "no such mailbox: reader@example.net" }), { reply: "550 5.1.1" }],
    deferred: [reply(503, "text/plain", ""), { why: "HTTP 503" }],
  };
  for (const [outcome, [answer, details]] of Object.entries(cases)) {
    it(`which tells trace id, size, waiting time and "${outcome}"`, async () => {
      ingest.answer = answer;
      await edge.receive({ body: Buffer.from("Subject: s\r\n\r\n") });
      const traceId = ingest.last.headers["postern-trace-id"];
      const lines = (await edge.outputWith(`"outcome":"${outcome}"`)).split("\n").filter((line) => line.startsWith("{") && line.includes(traceId));

      assert.equal(lines.length, 1);
      const { millis, ...rest } = JSON.parse(lines[0]);
      assert.equal(typeof millis, "number");
      assert.deepEqual(rest, { traceId, bytes: 14, outcome, ...details });
    });
  }

  it("and names neither an address nor the key", async () => {
    const output = await edge.outputWith('"outcome":"deferred"');
    assert.ok(!output.includes("example.net") && !output.includes("example.org"));
    assert.ok(!output.includes(key.toString("base64")));
  });
});

describe("A misconfigured Worker", () => {
  it("leaves every message with its sender and says what to set", async () => {
    const edge = new Edge({ INGEST_URL: "https://ingest.example.invalid", INGEST_KEY: "" });
    const { outcome, error } = await edge.receive({}).finally(() => edge.close());

    assert.equal(outcome, "temporary");
    assert.match(error, /Misconfigured: INGEST_KEY must be base64 of 32 bytes or more: set it by "wrangler secret put INGEST_KEY"$/);
  });
});
