/**
 * Plays Cloudflare's part: calls the Email Worker with the bytes of a request body, and says how it ended.
 * It runs as a Worker beside the real one, since a message's stream and callbacks can cross only between Workers.
 */
export default {
  async fetch(request, { WORKER }) {
    if (request.method !== "POST") {
      return new Response(null, { status: 204 });
    }
    const envelope = new URL(request.url).searchParams;
    const calls = [];
    const message = {
      from: envelope.get("from"),
      to: envelope.get("to"),
      raw: request.body ?? new Response("").body,
      rawSize: Number(request.headers.get("x-raw-size")),
      headers: new Headers(),
      setReject: (reason) => {
        calls.push(["setReject", reason]);
      },
    };
    try {
      await WORKER.email(message);
    } catch (problem) {
      return Response.json({ outcome: "temporary", calls, error: problem.message });
    }
    await scheduler.wait(0); // a callback may arrive after the call that made it has returned
    return Response.json({ outcome: calls.length > 0 ? "reject" : "accept", calls });
  },
};
