import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { Edge, key, keyId } from "./support/edge.mjs";
import { Ingest } from "./support/ingest.mjs";
import { verify } from "./support/verifier.mjs";

describe("The request", () => {
  let ingest, edge;
  before(async () => {
    ingest = await new Ingest().start();
    edge = new Edge({ INGEST_URL: ingest.url });
  });
  after(() => Promise.all([edge.close(), ingest.stop()]));

  it("is a POST to /v1/messages with a signature that covers method, path, digest, envelope and trace id", async () => {
    const earliest = Math.floor(Date.now() / 1000);
    await edge.receive({ from: "a@example.org", to: "b@example.net" });
    const { valid, components, parameters } = verify(ingest.last, key);

    assert.ok(valid);
    assert.deepEqual(components, ["@method", "@path", "content-digest", "postern-mail-from", "postern-rcpt-to", "postern-trace-id"]);
    assert.equal(`${ingest.last.method} ${ingest.last.path}`, "POST /v1/messages");
    assert.deepEqual(Object.keys(parameters), ["created", "nonce", "keyid", "alg"]);
    assert.equal(parameters.keyid, keyId);
    assert.equal(parameters.alg, "hmac-sha256");
    assert.match(parameters.nonce, /^[0-9a-f]{32}$/);
    assert.ok(parameters.created >= earliest && parameters.created <= Date.now() / 1000);
  });

  it("fails verification under another key", async () => {
    await edge.receive({});
    assert.ok(!verify(ingest.last, Buffer.from("another key")).valid);
  });

  it("has a fresh nonce and a fresh ULID as trace id every time", async () => {
    const nonces = new Set(), traceIds = new Set();
    for (let i = 0; i < 20; i++) {
      await edge.receive({});
      nonces.add(verify(ingest.last, key).parameters.nonce);
      traceIds.add(ingest.last.headers["postern-trace-id"]);
    }
    assert.equal(nonces.size, 20);
    assert.equal(traceIds.size, 20);
    for (const traceId of traceIds) {
      assert.match(traceId, /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    }
  });

  for (const from of ["", "<>"]) {
    it(`says %3C%3E for the null reverse-path given as "${from}"`, async () => {
      await edge.receive({ from });
      assert.equal(ingest.last.headers["postern-mail-from"], "%3C%3E");
      assert.ok(verify(ingest.last, key).valid);
    });
  }

  it("percent-encodes the envelope as UTF-8, so that any address arrives as it was", async () => {
    const addresses = [
      '"quoted @ local; part"@example.org', "per%cent%40@example.org", "plus+tag@example.org", "用户@例え.jp", "🏤@example.org",
      "cr\r\nPostern-Rcpt-To: other@example.net", "a\tb@example.org", "comma,semi;colon:=@example.org", "'()*!~@example.org",
      ...Array.from({ length: 200 }, anything),
    ];
    for (const address of addresses) {
      await edge.receive({ from: address, to: `${address}!` });
      const { headers } = ingest.last;

      assert.match(headers["postern-mail-from"], /^[!'()*~._A-Za-z0-9%-]+$/);
      assert.equal(decodeURIComponent(headers["postern-mail-from"]), address);
      assert.equal(decodeURIComponent(headers["postern-rcpt-to"]), `${address}!`);
      assert.ok(verify(ingest.last, key).valid, JSON.stringify(address));
    }
  });

  it("carries no service token of Access unless one is set", async () => {
    await edge.receive({});
    assert.deepEqual(Object.keys(ingest.last.headers).filter((name) => name.startsWith("cf-access")), []);
  });

  it("carries the service token of Access when one is set", async () => {
    const behindAccess = new Edge({ INGEST_URL: ingest.url, CF_ACCESS_CLIENT_ID: "id.access", CF_ACCESS_CLIENT_SECRET: "secret" });
    await behindAccess.receive({}).finally(() => behindAccess.close());

    assert.equal(ingest.last.headers["cf-access-client-id"], "id.access");
    assert.equal(ingest.last.headers["cf-access-client-secret"], "secret");
  });
});

/** Any Unicode scalar values, those of ASCII and its controls more often. */
function anything() {
  return Array.from({ length: randomInt(1, 60) }, () => {
    const point = randomInt(3) === 0 ? randomInt(0x110000) : randomInt(0x80);
    return point >= 0xd800 && point <= 0xdfff ? "?" : String.fromCodePoint(point);
  }).join("");
}
