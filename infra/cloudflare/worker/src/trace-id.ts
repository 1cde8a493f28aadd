const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;

/** A ULID: 48 bits of milliseconds, then 80 random bits, in 26 digits of Crockford's base32. */
export function newTraceId(millis: number): string {
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_DIGITS)); // of each byte 5 bits are used: 16 digits, 80 bits
  return timeDigits(millis) + Array.from(random, (byte) => CROCKFORD.charAt(byte % 32)).join("");
}

function timeDigits(millis: number): string {
  let digits = "";
  for (let rest = millis; digits.length < TIME_DIGITS; rest = Math.floor(rest / 32)) {
    digits = CROCKFORD.charAt(rest % 32) + digits;
  }
  return digits;
}
