import type { SigningKey } from "./signature";

/** The bindings of the Worker, as wrangler.jsonc and `wrangler secret put` set them. */
export interface Environment {
  /** Origin of mail-ingest, such as `https://ingest.example.com`. */
  readonly INGEST_URL?: string;
  readonly INGEST_KEY_ID?: string;
  /** Secret: base64 of at least 32 bytes. */
  readonly INGEST_KEY?: string;
  /** Milliseconds until it gives up; 40000 unless set, and never more. */
  readonly INGEST_TIMEOUT_MS?: string;
  /** Service token of Cloudflare Access, where Access stands before the tunnel: both or none. */
  readonly CF_ACCESS_CLIENT_ID?: string;
  /** Secret. */
  readonly CF_ACCESS_CLIENT_SECRET?: string;
}

export interface Settings {
  readonly origin: string;
  readonly key: SigningKey;
  readonly timeoutMillis: number;
  readonly access: Record<string, string>;
}

/** Names the binding and the remedy, never its value. */
class Misconfigured extends Error {
  override readonly name = "Misconfigured";
}

/** The edge fails a message for good after 50 s, so the Worker must have thrown well before. */
const LONGEST_TIMEOUT_MILLIS = 40_000;

/** A key shorter than the hash weakens HMAC (RFC 2104 §3). */
const SHORTEST_KEY_BYTES = 32;

/** @throws Misconfigured */
export async function readSettings(environment: Environment): Promise<Settings> {
  return {
    origin: origin(environment.INGEST_URL),
    key: { id: keyId(environment.INGEST_KEY_ID), hmac: await hmacKey(environment.INGEST_KEY) },
    timeoutMillis: timeout(environment.INGEST_TIMEOUT_MS),
    access: access(environment.CF_ACCESS_CLIENT_ID, environment.CF_ACCESS_CLIENT_SECRET),
  };
}

function origin(text: string | undefined): string {
  const url = text && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || text !== url.origin && text !== `${url.origin}/`) {
    throw new Misconfigured("INGEST_URL must be an origin such as https://ingest.example.com: scheme and host, no path");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal(url.hostname))) {
    throw new Misconfigured("INGEST_URL must be https; http is for loopback and names inside a container network");
  }
  return url.origin;
}

/** Loopback, and names that do not exist on the Internet: those without a dot and those below `.internal`. */
function isLocal(host: string): boolean {
  return /^(?:127(?:\.\d+){3}|\[::1\]|[a-z0-9_-]+|.+\.internal)$/.test(host);
}

function keyId(text: string | undefined): string {
  if (!text || !/^[A-Za-z0-9._-]{1,64}$/.test(text)) {
    throw new Misconfigured("INGEST_KEY_ID must be the name of a key of mail-ingest: 1 to 64 letters, digits, dots, dashes, underscores");
  }
  return text;
}

function hmacKey(text: string | undefined): Promise<CryptoKey> {
  const bytes = decodeBase64(text?.trim() ?? "");
  if (bytes.byteLength < SHORTEST_KEY_BYTES) {
    throw new Misconfigured(`INGEST_KEY must be base64 of ${SHORTEST_KEY_BYTES} bytes or more: set it by "wrangler secret put INGEST_KEY"`);
  }
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

function decodeBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function timeout(text: string | undefined): number {
  const millis = Number(text ?? LONGEST_TIMEOUT_MILLIS);
  if (!Number.isInteger(millis) || millis < 1 || millis > LONGEST_TIMEOUT_MILLIS) {
    throw new Misconfigured(`INGEST_TIMEOUT_MS must be a number of milliseconds from 1 to ${LONGEST_TIMEOUT_MILLIS}`);
  }
  return millis;
}

function access(id: string | undefined, secret: string | undefined): Record<string, string> {
  if (!id && !secret) {
    return {};
  }
  if (!isToken(id) || !isToken(secret)) {
    throw new Misconfigured("CF_ACCESS_CLIENT_ID and CF_ACCESS_CLIENT_SECRET must both be set, or neither, as Access shows them");
  }
  return { "cf-access-client-id": id, "cf-access-client-secret": secret };
}

function isToken(text: string | undefined): text is string {
  return text !== undefined && /^[\x21-\x7e]+$/.test(text);
}
