/** What any Email Worker must do at least, and as cheaply: read the message, post it, wait. The rest is the real Worker's own work. */
export default {
  async email({ raw, rawSize }, { INGEST_URL }) {
    const { value: body } = await raw.getReader({ mode: "byob" }).readAtLeast(rawSize, new Uint8Array(rawSize));
    const answer = await fetch(`${INGEST_URL}/v1/messages`, { method: "POST", body });
    await answer.text();
    body.buffer.transfer(0);
  },
};
