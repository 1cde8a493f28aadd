import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { Edge } from "./support/edge.mjs";
import { Ingest } from "./support/ingest.mjs";
import { contentDigest } from "./support/verifier.mjs";

const header = "From: a@example.org\r\nSubject: s\r\n\r\n";
const bytes = (...parts) => Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));

const messages = {
  "8-bit Shift_JIS": bytes("Content-Type: text/plain; charset=Shift_JIS\r\n\r\n", Buffer.from("93fa967b8cea82cc83818b835c0d0a", "hex")),
  "ISO-2022-JP with its escape sequences": bytes(header, Buffer.from("1b2442467c4b5c386c1b28420d0a", "hex")),
  "NUL": bytes(header, "a\0b\0\r\n"),
  "bare CR and bare LF": bytes(header, "a\rb\nc\r\r\nd\n.\n..\r\n.\r\nEND"),
  "no header": bytes("no colon here\r\n"),
  "no body": bytes("Subject: s\r\n"),
  "a byte order mark and invalid UTF-8": bytes(Buffer.from("efbbbfc0af80ff", "hex"), header),
  "every byte there is": Buffer.from(Array.from({ length: 256 }, (_, i) => i)),
  "nothing at all": Buffer.alloc(0),
  "a single byte": Buffer.from([0]),
  "one byte more than 64 KiB": randomBytes(65_537),
  "25 MiB": randomBytes(26_214_400),
};

describe("The body posted is the message received, byte for byte:", () => {
  let ingest, edge;
  before(async () => {
    ingest = await new Ingest().start();
    edge = new Edge({ INGEST_URL: ingest.url });
  });
  after(() => Promise.all([edge.close(), ingest.stop()]));

  for (const [name, body] of Object.entries(messages)) {
    it(name, async () => {
      assert.deepEqual(await edge.receive({ body }), { outcome: "accept", calls: [] });

      assert.equal(sha256(ingest.last.body), sha256(body));
      assert.equal(ingest.last.headers["content-length"], String(body.length));
      assert.equal(ingest.last.headers["content-digest"], contentDigest(body));
      assert.equal(ingest.last.headers["content-type"], "message/rfc822");
    });
  }

  for (const [name, rawSize, why] of [["cut short", 18, "read 17 of 18 bytes"], ["longer than announced", 16, "read 17 or more of 16 bytes"]]) {
    it(`a message ${name} on its way to the Worker is not posted`, async () => {
      const before = ingest.requests;
      const { outcome, error } = await edge.receive({ body: Buffer.from("Subject: s\r\n\r\nhal"), rawSize });

      assert.equal(outcome, "temporary");
      assert.ok(error.endsWith(why), error);
      assert.equal(ingest.requests, before);
    });
  }
});

function sha256(body) {
  return createHash("sha256").update(body).digest("hex");
}
