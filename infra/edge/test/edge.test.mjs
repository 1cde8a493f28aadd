import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { Ingest, problem, receipt, reply } from "../../cloudflare/worker/test/support/ingest.mjs";
import { contentDigest, verify } from "../../cloudflare/worker/test/support/verifier.mjs";
import { EmailEdge } from "../email-edge.mjs";
import { serve } from "../serve.mjs";
import { readSettings } from "../settings.mjs";

const folder = mkdtempSync(join(tmpdir(), "postern-edge-"));
const keysFile = join(folder, "ingest_keys");
const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
writeFileSync(keysFile, `first ${first.toString("base64")}\nsecond ${second.toString("base64")}\n`);

let ingest, environment;
before(async () => {
  ingest = await new Ingest().start();
  environment = {
    INGEST_URL: ingest.url,
    INGEST_KEYS_FILE: keysFile,
    WORKER_BUNDLE: new URL("../../cloudflare/worker/dist/index.mjs", import.meta.url).pathname,
  };
});
after(async () => {
  await ingest.stop();
  rmSync(folder, { recursive: true });
});

describe("serve", () => {
  let edge, server, url;
  before(async () => {
    edge = new EmailEdge(readSettings(environment));
    server = await serve(edge, { host: "127.0.0.1", port: 0 });
    url = `http://127.0.0.1:${server.address().port}`;
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await edge.stop();
  });

  const send = (body, { from = "sender@example.org", to = "reader@example.net" } = {}) =>
    fetch(`${url}/send?${new URLSearchParams({ from, to })}`, { method: "POST", body }).then((answer) => answer.json());

  it("carries a message through the Worker, signed with the first key", async () => {
    ingest.answer = receipt;
    const body = Buffer.from("Subject: s\r\n\r\n\0\xff\r\n", "latin1");

    assert.deepEqual(await send(body, { from: "a+b@example.org", to: "用户@example.net" }), { outcome: "accept", calls: [] });
    assert.ok(ingest.last.body.equals(body));
    assert.equal(decodeURIComponent(ingest.last.headers["postern-mail-from"]), "a+b@example.org");
    assert.equal(decodeURIComponent(ingest.last.headers["postern-rcpt-to"]), "用户@example.net");
    const { valid, parameters } = verify(ingest.last, first);
    assert.ok(valid);
    assert.equal(parameters.keyid, "first");
  });

  it("tells a refusal", async () => {
    ingest.answer = problem({ code: 550, enhanced: "5.1.1", text: "No such mailbox" });
    assert.deepEqual(await send("x"), { outcome: "reject", calls: [["setReject", "550 5.1.1 No such mailbox"]] });
  });

  it("tells a deferral, its reason and the trace id", async () => {
    ingest.answer = reply(503, "text/plain", "");
    const result = await send("x");

    assert.equal(result.outcome, "temporary");
    assert.equal(result.traceId, ingest.last.headers["postern-trace-id"]);
    assert.equal(result.error, `postern ${result.traceId}: try again later: HTTP 503`);
  });

  it("takes an empty message and the null reverse-path", async () => {
    ingest.answer = receipt;
    assert.equal((await send("", { from: "" })).outcome, "accept");
    assert.equal(ingest.last.body.length, 0);
    assert.equal(ingest.last.headers["postern-mail-from"], "%3C%3E");
  });

  it("keeps 64 messages at once apart", async () => {
    ingest.answer = (request, response) => {
      const number = Number(request.body.toString("latin1", 0, 3));
      assert.equal(request.headers["content-digest"], contentDigest(request.body));
      (number % 2 ? receipt : problem({ code: 550, enhanced: "5.7.1", text: String(number) }))(request, response);
    };
    const results = await Promise.all(Array.from({ length: 64 }, (_, i) => send(String(i).padStart(3, "0").padEnd(100_000 + i))));
    for (const [i, { outcome, calls }] of results.entries()) {
      assert.equal(outcome, i % 2 ? "accept" : "reject");
      assert.deepEqual(calls, i % 2 ? [] : [["setReject", `550 5.7.1 ${i}`]]);
    }
  });

  it("lets messages wait for room, and takes all of them in the end", async () => {
    ingest.answer = receipt;
    const body = Buffer.alloc(26_214_400, "x");
    const results = await Promise.all(Array.from({ length: 12 }, () => send(body)));
    assert.deepEqual(new Set(results.map(({ outcome }) => outcome)), new Set(["accept"]));
  });

  it("says that it is ready", async () => {
    assert.equal((await fetch(`${url}/health`)).status, 200);
  });

  const misuse = {
    "a web page": [403, "/send?to=a@example.net", { origin: "https://example.com" }],
    "no recipient": [400, "/send?from=a@example.net", {}],
    "more than 32 MiB": [413, "/send?to=a@example.net", { "content-length": "33554433" }],
    "no length": [411, "/send?to=a@example.net", { "transfer-encoding": "chunked" }],
    "another path": [404, "/", {}],
  };
  for (const [name, [status, path, headers]] of Object.entries(misuse)) {
    it(`refuses ${name}`, async () => {
      const before = ingest.requests;
      const answer = await new Promise((resolve, reject) => {
        const request = httpRequest(`${url}${path}`, { method: "POST", headers }, (response) => {
          resolve(response.statusCode);
          request.destroy();
        }).on("error", reject);
        request.flushHeaders();
      });
      assert.equal(answer, status);
      assert.equal(ingest.requests, before);
    });
  }
});

describe("send", () => {
  const run = async (args, input, variables = {}) => {
    const child = spawn(process.execPath, [new URL("../main.mjs", import.meta.url).pathname, ...args], {
      env: { ...process.env, ...environment, ...variables },
    });
    child.stdin.on("error", () => {}).end(input); // a wrong command ends without reading
    const [stdout, stderr, status] = await Promise.all([
      text(child.stdout), text(child.stderr), new Promise((resolve) => child.once("exit", resolve)),
    ]);
    return { status, stdout, stderr };
  };
  const sendOne = (input) => run(["send", "--from", "a@example.org", "--to", "b@example.net"], input);

  it("exits with 0 when the message is accepted", async () => {
    ingest.answer = receipt;
    const input = Buffer.from("Subject: s\r\n\r\n\0\xff\r\n", "latin1");
    const { status, stdout } = await sendOne(input);

    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout), { outcome: "accept", calls: [] });
    assert.ok(ingest.last.body.equals(input));
  });

  it("exits with 1 when it is refused", async () => {
    ingest.answer = problem({ code: 550, enhanced: "5.1.1", text: "No such mailbox" });
    const { status, stdout } = await sendOne("x");

    assert.equal(status, 1);
    assert.deepEqual(JSON.parse(stdout).calls, [["setReject", "550 5.1.1 No such mailbox"]]);
  });

  it("exits with 75 when it must be tried again", async () => {
    ingest.answer = reply(503, "text/plain", "");
    const { status, stdout } = await sendOne("x");

    assert.equal(status, 75);
    assert.equal(JSON.parse(stdout).outcome, "temporary");
  });

  for (const args of [[], ["send"], ["send", "--to"], ["send", "--to", "a@example.net", "more"], ["receive"], ["serve", "--fast"]]) {
    it(`explains itself when called as "${args.join(" ")}"`, async () => {
      const { status, stderr } = await run(args, "");
      assert.equal(status, 64);
      assert.match(stderr, /^usage: /);
    });
  }

  it("names the file of keys that it cannot use, and shows nothing of it", async () => {
    const broken = join(folder, "broken");
    writeFileSync(broken, "onlyAKeyId\n");
    const { status, stderr } = await run(["send", "--to", "b@example.net"], "", { INGEST_KEYS_FILE: broken });

    assert.equal(status, 78);
    assert.equal(stderr, `${broken}: the first line must be "keyid base64"\n`);
  });
});
