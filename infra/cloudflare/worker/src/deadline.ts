/** Ends with the work or at the deadline, whichever is first: reading a message takes no signal of its own. */
export function before<T>(deadline: AbortSignal, work: () => Promise<T>): Promise<T> {
  const expiry = new Promise<never>((_, reject) => {
    deadline.addEventListener("abort", () => reject(deadline.reason), { once: true });
  });
  return Promise.race([work(), expiry]);
}
