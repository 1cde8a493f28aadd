/** HTTP Message Signatures, RFC 9421, in the one form that mail-ingest takes. */
import { base64 } from "./base64";

export interface SigningKey {
  readonly id: string;
  readonly hmac: CryptoKey;
}

/** The header fields under the signature, in the order in which they are signed. */
export interface CoveredFields extends Record<string, string> {
  readonly "content-digest": string;
  readonly "postern-mail-from": string;
  readonly "postern-rcpt-to": string;
  readonly "postern-trace-id": string;
}

export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly fields: CoveredFields;
}

/** Values of the header fields `Signature-Input` and `Signature`. */
export interface Signature {
  readonly input: string;
  readonly value: string;
}

const LABEL = "postern";
const COVERED = ["content-digest", "postern-mail-from", "postern-rcpt-to", "postern-trace-id"] as const;
const COMPONENTS = ["@method", "@path", ...COVERED].map((name) => `"${name}"`).join(" ");

export async function sign(request: SignedRequest, key: SigningKey, created: Date, nonce: string): Promise<Signature> {
  const seconds = Math.floor(created.getTime() / 1000);
  const parameters = `(${COMPONENTS});created=${seconds};nonce="${nonce}";keyid="${key.id}";alg="hmac-sha256"`;
  const base = new TextEncoder().encode(signatureBase(request, parameters));
  const mac = await crypto.subtle.sign("HMAC", key.hmac, base);
  return { input: `${LABEL}=${parameters}`, value: `${LABEL}=:${base64(mac)}:` };
}

/** RFC 9421 §2.5. */
export function signatureBase({ method, path, fields }: SignedRequest, parameters: string): string {
  return [
    `"@method": ${method}`,
    `"@path": ${path}`,
    ...COVERED.map((name) => `"${name}": ${fields[name]}`),
    `"@signature-params": ${parameters}`,
  ].join("\n");
}

/** 128 random bits: mail-ingest takes no nonce twice. */
export function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
