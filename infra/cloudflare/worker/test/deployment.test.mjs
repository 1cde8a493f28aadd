import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import ts from "typescript";

const folder = new URL("../", import.meta.url);
const { config, error } = ts.parseConfigFileTextToJson("wrangler.jsonc", readFileSync(new URL("wrangler.jsonc", folder), "utf8"));

describe("wrangler.jsonc", () => {
  it("is valid and uploads the bundle that these tests ran", () => {
    assert.equal(error, undefined);
    assert.equal(config.main, "dist/index.mjs");
    assert.equal(config.no_bundle, true);
    assert.equal(config.compatibility_date, "2026-07-01");
  });

  it("gives the Worker no address on the web", () => {
    assert.equal(config.workers_dev, false);
    assert.equal(config.preview_urls, false);
    assert.equal(config.routes, undefined);
  });

  it("holds no secret, and an ingest that resolves nowhere until it is set", () => {
    assert.deepEqual(Object.keys(config.vars).sort(), ["INGEST_KEY_ID", "INGEST_URL"]);
    assert.ok(new URL(config.vars.INGEST_URL).hostname.endsWith(".invalid"));
  });

  it("keeps envelope addresses out of Cloudflare's logs", () => {
    assert.equal(config.observability.logs.invocation_logs, false);
  });
});

describe("The lock file", () => {
  it("names no registry host", () => {
    assert.doesNotMatch(readFileSync(new URL("package-lock.json", folder), "utf8"), /"resolved"/);
  });
});
