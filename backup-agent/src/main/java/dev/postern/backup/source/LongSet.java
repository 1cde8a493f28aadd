package dev.postern.backup.source;

/** Many numbers in little memory: a million takes 16 MB. */
final class LongSet {

    private static final int FIRST_SIZE = 1024;

    private long[] slots = new long[FIRST_SIZE];
    private int used;
    private boolean zero;

    void add(long number) {
        if (number == 0) {
            zero = true;
            return;
        }
        if (used * 2 >= slots.length) {
            grow();
        }
        var slot = find(number);
        if (slots[slot] == 0) {
            slots[slot] = number;
            used++;
        }
    }

    boolean contains(long number) {
        return number == 0 ? zero : slots[find(number)] == number;
    }

    int size() {
        return used + (zero ? 1 : 0);
    }

    private int find(long number) {
        var slot = (int) (mix(number) & (slots.length - 1));
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        var old = slots;
        slots = new long[old.length * 2];
        used = 0;
        for (var number : old) {
            if (number != 0) {
                add(number);
            }
        }
    }

    private static long mix(long number) {
        var mixed = number * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }
}
