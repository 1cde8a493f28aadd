import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, before, describe, it } from "node:test";
import { Edge } from "./support/edge.mjs";
import { Ingest, problem, receipt, receiptFor, reply } from "./support/ingest.mjs";

const unknownUser = { code: 550, enhanced: "5.1.1", text: "<reader@example.net>: Recipient address rejected: no such mailbox" };

describe("The Worker obeys mail-ingest:", () => {
  let ingest, edge;
  before(async () => {
    ingest = await new Ingest().start();
    edge = new Edge({ INGEST_URL: ingest.url });
  });
  after(() => Promise.all([edge.close(), ingest.stop()]));

  it("a 200 with the receipt of this message accepts it", async () => {
    ingest.answer = receipt;
    assert.deepEqual(await edge.receive({}), { outcome: "accept", calls: [] });
  });

  describe("a 422 with a permanent SMTP reply refuses the message with that reply", () => {
    const refusals = {
      "plain": [unknownUser, "550 5.1.1 <reader@example.net>: Recipient address rejected: no such mailbox"],
      "without words": [{ code: 554, enhanced: "5.7.1", text: "" }, "554 5.7.1"],
      "with line breaks, which would start another reply": [
        { code: 550, enhanced: "5.7.1", text: "Spam\r\n250 2.0.0 Ok\nand\tmore \u2028 lines" }, "550 5.7.1 Spam 250 2.0.0 Ok and more lines"],
      "with letters outside ASCII and controls": [{ code: 550, enhanced: "5.7.1", text: "sch\u00f6n \u{1f4ee}\0\x7f!" }, "550 5.7.1 sch?n ???!"],
      "with the longest enhanced code": [{ code: 599, enhanced: "5.999.999", text: "x" }, "599 5.999.999 x"],
      "with more members than expected": [{ ...unknownUser, text: "No", since: "today" }, "550 5.1.1 No"],
    };
    for (const [name, [smtp, line]] of Object.entries(refusals)) {
      it(name, async () => {
        ingest.answer = problem(smtp);
        assert.deepEqual(await edge.receive({}), { outcome: "reject", calls: [["setReject", line]] });
      });
    }

    it("cut to a length that fits an SMTP reply", async () => {
      ingest.answer = problem({ code: 550, enhanced: "5.7.1", text: "long ".repeat(5_000) });
      const { calls: [[, line]] } = await edge.receive({});
      assert.equal(line.length, 399);
      assert.match(line, /^550 5\.7\.1 (long )+long$/);
    });

    it("whatever parameters and letter case its media type has", async () => {
      ingest.answer = reply(422, "Application/Problem+JSON; charset=utf-8", { smtp: unknownUser });
      assert.equal((await edge.receive({})).outcome, "reject");
    });
  });

  describe("anything else leaves the message with the sending server:", () => {
    const login = "<!doctype html><title>Sign in</title>";
    const answers = {
      "a 200 that is a log-in page": [reply(200, "text/html", login), "HTTP 200 without a receipt"],
      "a 200 without a body": [reply(200, "application/json", ""), "HTTP 200 without a receipt"],
      "a 200 with a receipt of another message": [
        reply(200, "application/json", receiptFor("01KAZ1B2C3D4E5F6G7H8J9KMNP")), "HTTP 200 without a receipt"],
      "a 200 with a receipt that names no message": [reply(200, "application/json", { receipt: {} }), "HTTP 200 without a receipt"],
      "a 200 with no receipt": [reply(200, "application/json", { receipt: null }), "HTTP 200 without a receipt"],
      "a 200 with another kind of JSON": [reply(200, "application/json", "null"), "HTTP 200 without a receipt"],
      "a 200 with the receipt behind 64 KiB of blanks": [
        ({ headers }, response) => response.end(" ".repeat(65_536) + JSON.stringify(receiptFor(headers["postern-trace-id"]))),
        "HTTP 200 without a receipt"],
      "a 201 with a receipt": [
        (request, response) => reply(201, "application/json", receiptFor(request.headers["postern-trace-id"]))(request, response), "HTTP 201"],
      "a 204": [(_, response) => response.writeHead(204).end(), "HTTP 204"],
      "a 400": [reply(400, "application/problem+json", { title: "Malformed" }), "HTTP 400"],
      "a 401": [reply(401, "application/problem+json", { title: "Signature" }), "HTTP 401"],
      "a 403": [reply(403, "text/html", login), "HTTP 403"],
      "a 413": [reply(413, "text/html", "too large"), "HTTP 413"],
      "a 429": [reply(429, "application/problem+json", {}, { "retry-after": "5" }), "HTTP 429"],
      "a 500": [reply(500, "text/plain", "oops"), "HTTP 500"],
      "a 502 of the tunnel": [reply(502, "text/html", "Bad gateway"), "HTTP 502"],
      "a 503": [reply(503, "application/problem+json", {}, { "retry-after": "5" }), "HTTP 503"],
      "a 530 with an SMTP reply": [reply(530, "application/problem+json", { smtp: unknownUser }), "HTTP 530"],
      "a 422 of somebody else": [reply(422, "application/json", { smtp: unknownUser }), "HTTP 422 without a permanent SMTP reply"],
      "a 422 without an SMTP reply": [problem(undefined), "HTTP 422 without a permanent SMTP reply"],
      "a 422 that is no JSON": [reply(422, "application/problem+json", "{"), "HTTP 422 without a permanent SMTP reply"],
      "a 422 with a temporary code": [problem({ ...unknownUser, code: 450 }), "HTTP 422 without a permanent SMTP reply"],
      "a 422 with a code as text": [problem({ ...unknownUser, code: "550" }), "HTTP 422 without a permanent SMTP reply"],
      "a 422 with a fraction as code": [problem({ ...unknownUser, code: 550.5 }), "HTTP 422 without a permanent SMTP reply"],
      "a 422 with a temporary enhanced code": [problem({ ...unknownUser, enhanced: "4.1.1" }), "HTTP 422 without a permanent SMTP reply"],
      "a 422 with a line break in the enhanced code": [
        problem({ ...unknownUser, enhanced: "5.1.1\r\n250" }), "HTTP 422 without a permanent SMTP reply"],
      "a 422 without the enhanced code": [problem({ code: 550, text: "no" }), "HTTP 422 without a permanent SMTP reply"],
      "a 422 without a text": [problem({ code: 550, enhanced: "5.1.1" }), "HTTP 422 without a permanent SMTP reply"],
      "a connection reset instead of an answer": [(_, response) => response.socket.resetAndDestroy(), "Network connection lost"],
      "an answer cut in the middle": [
        (_, response) => {
          response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
          response.write('{"receipt":', () => response.socket.destroy());
        },
        "Network connection lost"],
      "an answer that is not HTTP": [(_, response) => response.socket.end("220 mail.example.net ESMTP\r\n"), ""],
    };
    for (const [name, [answer, why]] of Object.entries(answers)) {
      it(name, async () => {
        ingest.answer = answer;
        await assertTemporary(await edge.receive({}), why);
      });
    }

    it("a redirect, which is not followed", async () => {
      ingest.answer = reply(307, "text/html", "", { location: `${ingest.url}/elsewhere` });
      const before = ingest.requests;

      await assertTemporary(await edge.receive({}), "HTTP 307");
      assert.equal(ingest.requests, before + 1);
      assert.equal(ingest.last.path, "/v1/messages");
    });

    it("nobody listening", async () => {
      const lonely = new Edge({ INGEST_URL: await addressWithoutListener() });
      await assertTemporary(await lonely.receive({}).finally(() => lonely.close()), "Network connection lost");
    });

    it("an unknown host", async () => {
      const lost = new Edge({ INGEST_URL: "https://ingest.example.invalid" });
      await assertTemporary(await lost.receive({}).finally(() => lost.close()), "");
    });
  });

  describe("it gives up when its time is over:", () => {
    let hasty;
    before(() => {
      hasty = new Edge({ INGEST_URL: ingest.url, INGEST_TIMEOUT_MS: "300" });
    });
    after(() => hasty.close());

    it("no answer", async () => {
      ingest.answer = () => {};
      await assertTemporary(await hasty.receive({}), "TimeoutError");
    });

    it("an answer that stops half way", async () => {
      ingest.answer = (_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write('{"receipt":');
      };
      await assertTemporary(await hasty.receive({}), "TimeoutError");
    });

    it("a message that stops half way", async () => {
      const body = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from("Subject: s\r\n")) });
      await assertTemporary(await hasty.receive({ body, rawSize: 4711 }), "TimeoutError");
    });
  });

  it("64 messages at once each get their own answer", async () => {
    ingest.answer = (request, response) => {
      const number = Number(/\d+/.exec(request.headers["postern-rcpt-to"]));
      const answers = [receipt, problem({ ...unknownUser, text: `${number}` }), reply(503, "text/plain", "")];
      answers[number % 3](request, response);
    };
    const results = await Promise.all(Array.from({ length: 64 }, (_, i) => edge.receive({ to: `user${i}@example.net` })));
    for (const [i, { outcome, calls }] of results.entries()) {
      assert.equal(outcome, ["accept", "reject", "temporary"][i % 3]);
      assert.deepEqual(calls, i % 3 === 1 ? [["setReject", `550 5.1.1 ${i}`]] : []);
    }
  });
});

async function assertTemporary({ outcome, calls, error }, why) {
  assert.equal(outcome, "temporary");
  assert.deepEqual(calls, []);
  assert.match(error, /^postern [0-9A-HJKMNP-TV-Z]{26}: try again later: ./);
  assert.ok(error.includes(why), error);
}

async function addressWithoutListener() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
