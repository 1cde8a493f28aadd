import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { source } from "./support/source.mjs";

const { newTraceId } = await source("trace-id");

describe("A trace id", () => {
  it("begins with its time, as every ULID does", () => {
    assert.equal(newTraceId(1469918176385).slice(0, 10), "01ARYZ6S41"); // the example of the ULID specification
    assert.equal(newTraceId(0).slice(0, 10), "0000000000");
    assert.equal(newTraceId(2 ** 48 - 1).slice(0, 10), "7ZZZZZZZZZ");
  });

  it("ends with 16 digits by chance", () => {
    assert.equal(new Set(Array.from({ length: 10_000 }, () => newTraceId(0))).size, 10_000);
    assert.match(newTraceId(0), /^[0-9A-HJKMNP-TV-Z]{26}$/);
  });
});
