import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/**
 * RFC 9421 §3.2 from the text of the RFC and none of the Worker's code: which components are covered is read from Signature-Input.
 *
 * @returns {{base: string, parameters: Record<string, string>, components: string[], valid: boolean}}
 */
export function verify({ method, path, rawHeaders }, key) {
  const fields = fieldValues(rawHeaders);
  const [, signatureParameters] = /^postern=(.*)$/.exec(fields.get("signature-input"));
  const [, list, rest] = /^\(([^)]*)\)(.*)$/.exec(signatureParameters);
  const components = [...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  const derived = { "@method": method, "@path": path.split("?")[0] };

  const lines = components.map((name) => `"${name}": ${derived[name] ?? fields.get(name)}`);
  const base = [...lines, `"@signature-params": ${signatureParameters}`].join("\n");
  const [, signature] = /^postern=:([A-Za-z0-9+/=]+):$/.exec(fields.get("signature"));

  return {
    base,
    components,
    parameters: Object.fromEntries([...rest.matchAll(/;([a-z]+)=(?:"([^"]*)"|(\d+))/g)].map(([, name, text, number]) => [name, text ?? number])),
    valid: timingSafeEqual(createHmac("sha256", key).update(base).digest(), Buffer.from(signature, "base64")),
  };
}

/** RFC 9530. */
export function contentDigest(body) {
  return `sha-256=:${createHash("sha256").update(body).digest("base64")}:`;
}

/** Names in lower case; several fields of one name joined by a comma; outer white space removed (§2.1). */
function fieldValues(rawHeaders) {
  const fields = new Map();
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i].toLowerCase();
    const value = rawHeaders[i + 1].trim();
    fields.set(name, fields.has(name) ? `${fields.get(name)}, ${value}` : value);
  }
  return fields;
}
