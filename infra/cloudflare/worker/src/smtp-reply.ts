/** A permanent SMTP reply (RFC 5321 §4.2, RFC 3463). */
export interface SmtpReply {
  readonly code: number;
  readonly enhanced: string;
  readonly text: string;
}

/** Room in a reply line of 512 octets (RFC 5321 §4.5.3.1.5) for what the edge writes around it. */
const LONGEST_LINE = 400;

export function isPermanentReply(value: unknown): value is SmtpReply {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const { code, enhanced, text } = value as Record<keyof SmtpReply, unknown>;
  return Number.isInteger(code) && (code as number) >= 500 && (code as number) <= 599
    && typeof enhanced === "string" && /^5\.\d{1,3}\.\d{1,3}$/.test(enhanced)
    && typeof text === "string";
}

/** One line of printable ASCII: it goes into an SMTP dialogue, where a line break would start another reply. */
export function replyLine({ code, enhanced, text }: SmtpReply): string {
  const printable = text.slice(0, 4 * LONGEST_LINE).replace(/\s+/g, " ").replace(/[^\x20-\x7e]/gu, "?").trim();
  return `${code} ${enhanced} ${printable}`.slice(0, LONGEST_LINE).trimEnd();
}
