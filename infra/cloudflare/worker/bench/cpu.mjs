/** CPU time of workerd for each message, with the real Worker and with one that only drains and posts; the difference is the Worker's own. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { Edge, module } from "../test/support/edge.mjs";
import { Ingest } from "../test/support/ingest.mjs";

const ROUNDS = 7;
const WARM_UP = 20;
const LOADS = [
  { name: "5 KB", bytes: 5_000, messages: 400 },
  { name: "75 KB", bytes: 75_000, messages: 300 },
  { name: "1 MB", bytes: 1_000_000, messages: 80 },
  { name: "10 MB", bytes: 10_000_000, messages: 24 },
  { name: "25 MiB", bytes: 26_214_400, messages: 12 },
];
const TICKS_PER_SECOND = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

const ingest = await new Ingest().start();
const worker = await started(new Edge({ INGEST_URL: ingest.url }));
const drain = await started(new Edge({ INGEST_URL: ingest.url }, module("../../bench/drain.mjs")));

const own = [];
console.log("size     messages   workerd with the Worker   with drain and post   the Worker's own, median (least .. most)");
for (const { name, bytes, messages } of LOADS) {
  const body = randomBytes(bytes);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Side by side, so that a busy machine bothers both alike.
    rounds.push({ worker: await millisPerMessage(worker, body, messages), drain: await millisPerMessage(drain, body, messages) });
  }
  const differences = rounds.map((round) => round.worker - round.drain);
  own.push({ name, millis: median(differences) });
  console.log(
    name.padEnd(8), String(ROUNDS * messages).padStart(8),
    `${median(rounds.map((round) => round.worker)).toFixed(2)} ms`.padStart(25),
    `${median(rounds.map((round) => round.drain)).toFixed(2)} ms`.padStart(21),
    `   ${median(differences).toFixed(2)} ms (${Math.min(...differences).toFixed(2)} .. ${Math.max(...differences).toFixed(2)})`,
  );
}
console.log("RESULT edge-cpu", own.map(({ name, millis }) => `ms_${name.replace(" ", "").toLowerCase()}=${millis.toFixed(2)}`).join(" "));

await Promise.all([worker.edge.close(), drain.edge.close(), ingest.stop()]);

async function started(edge) {
  const others = new Set(childrenNamedWorkerd());
  for (let i = 0; i < WARM_UP; i++) {
    await edge.receive({ body: randomBytes(1_000_000) });
  }
  const [pid] = childrenNamedWorkerd().filter((child) => !others.has(child));
  return { edge, pid };
}

async function millisPerMessage({ edge, pid }, body, messages) {
  const before = cpuMillis(pid);
  for (let i = 0; i < messages; i++) {
    const { outcome } = await edge.receive({ body });
    if (outcome !== "accept") {
      throw new Error(`message ${i} of ${body.length} bytes: ${outcome}`);
    }
  }
  return (cpuMillis(pid) - before) / messages;
}

function childrenNamedWorkerd() {
  return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid)).filter((pid) => {
    try {
      const { name, fields } = stat(pid);
      return name === "workerd" && fields[1] === String(process.pid);
    } catch {
      return false; // ended meanwhile
    }
  });
}

/** User and system time of all threads, ended ones too: proc_pid_stat(5), fields 14 and 15. */
function cpuMillis(pid) {
  const { fields } = stat(pid);
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

function stat(pid) {
  const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8"));
  return { name, fields: rest.split(" ") };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
