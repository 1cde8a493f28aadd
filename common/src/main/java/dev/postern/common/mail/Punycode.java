package dev.postern.common.mail;

/** RFC 3492, with its names for the parameters. */
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 0x80;
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private Punycode() {}

    static String encode(String label) {
        var codePoints = label.codePoints().toArray();
        var output = new StringBuilder();
        label.codePoints().filter(codePoint -> codePoint < INITIAL_N).forEach(output::appendCodePoint);
        int basic = output.length();
        if (basic > 0) {
            output.append('-');
        }
        int n = INITIAL_N;
        int delta = 0;
        int bias = INITIAL_BIAS;
        for (int handled = basic; handled < codePoints.length; ) {
            int next = smallestFrom(codePoints, n);
            delta = addTimes(delta, next - n, handled + 1);
            n = next;
            for (int codePoint : codePoints) {
                if (codePoint < n) {
                    delta++;
                } else if (codePoint == n) {
                    appendNumber(output, delta, bias);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return output.toString();
    }

    static String decode(String encoded) {
        int delimiter = encoded.lastIndexOf('-');
        var output = new StringBuilder(delimiter > 0 ? encoded.substring(0, delimiter) : "");
        int n = INITIAL_N;
        int position = 0;
        int bias = INITIAL_BIAS;
        int input = delimiter > 0 ? delimiter + 1 : 0;
        for (int length = output.length(); input < encoded.length(); length++) {
            int before = position;
            int weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = digitAt(encoded, input++);
                position = addTimes(position, digit, weight);
                int threshold = threshold(k, bias);
                if (digit < threshold) {
                    break;
                }
                weight = addTimes(0, weight, BASE - threshold);
            }
            bias = adapt(position - before, length + 1, before == 0);
            n = addTimes(n, position / (length + 1), 1);
            position %= length + 1;
            if (!Character.isValidCodePoint(n)) {
                throw new MalformedAddress("an xn-- label stands for a character beyond Unicode");
            }
            output.insert(output.offsetByCodePoints(0, position), Character.toString(n));
            position++;
        }
        return output.toString();
    }

    private static int smallestFrom(int[] codePoints, int minimum) {
        int smallest = Integer.MAX_VALUE;
        for (int codePoint : codePoints) {
            if (codePoint >= minimum && codePoint < smallest) {
                smallest = codePoint;
            }
        }
        return smallest;
    }

    private static void appendNumber(StringBuilder output, int number, int bias) {
        int rest = number;
        int k = BASE;
        for (int threshold = threshold(k, bias); rest >= threshold; threshold = threshold(k, bias)) {
            output.append(DIGITS.charAt(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
            k += BASE;
        }
        output.append(DIGITS.charAt(rest));
    }

    private static int threshold(int k, int bias) {
        return Math.clamp(k - bias, T_MIN, T_MAX);
    }

    private static int adapt(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        for (; rest > (BASE - T_MIN) * T_MAX / 2; k += BASE) {
            rest /= BASE - T_MIN;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }

    private static int digitAt(String encoded, int index) {
        int digit = index < encoded.length() ? DIGITS.indexOf(encoded.charAt(index)) : -1;
        if (digit < 0) {
            throw new MalformedAddress("an xn-- label is no valid Punycode");
        }
        return digit;
    }

    private static int addTimes(int sum, int value, int times) {
        try {
            return Math.addExact(sum, Math.multiplyExact(value, times));
        } catch (ArithmeticException _) {
            throw new MalformedAddress("an xn-- label is no valid Punycode");
        }
    }
}
