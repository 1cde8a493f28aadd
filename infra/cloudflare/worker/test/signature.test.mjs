import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { key } from "./support/edge.mjs";
import { source } from "./support/source.mjs";
import { verify } from "./support/verifier.mjs";

const { sign, signatureBase } = await source("signature");
const golden = readFileSync(new URL("golden/signature.txt", import.meta.url), "utf8");

describe("The signature of one known request", () => {
  const fields = {
    "content-digest": "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
    "postern-mail-from": "%3C%3E",
    "postern-rcpt-to": "%E5%BF%97%40example.net",
    "postern-trace-id": "01KAZ1B2C3D4E5F6G7H8J9KMNP",
  };
  const request = { method: "POST", path: "/v1/messages", fields };
  const created = new Date("2026-11-24T00:00:00.999Z");
  const nonce = "00112233445566778899aabbccddeeff";

  it("is the one on record: base, Signature-Input and Signature", async () => {
    const { input, value } = await signed();
    const base = signatureBase(request, input.replace(/^postern=/, ""));

    assert.equal(`${base}\n\nSignature-Input: ${input}\nSignature: ${value}\n`, golden);
  });

  it("is what an independent verifier computes", async () => {
    const { input, value } = await signed();
    const rawHeaders = Object.entries({ ...fields, "signature-input": input, signature: value }).flat();
    const { valid, base } = verify({ ...request, rawHeaders }, key);

    assert.ok(valid);
    assert.ok(golden.startsWith(`${base}\n\n`));
  });

  async function signed() {
    const hmac = await webcrypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return sign(request, { id: "test-1", hmac }, created, nonce);
  }
});
