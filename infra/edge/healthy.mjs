// Does the Worker's runtime answer? Whether mail-ingest does is another container's health.
const answer = await fetch("http://127.0.0.1:8787/health", { signal: AbortSignal.timeout(4_000) });
process.exitCode = answer.ok ? 0 : 1;
