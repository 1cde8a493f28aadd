package dev.postern.ingest.signature;

/** A set of numbers by open addressing: eight to sixteen bytes a number. 0 cannot be in it. */
final class LongSet {

    private static final int FIRST_CAPACITY = 1024;

    private long[] slots = new long[FIRST_CAPACITY];
    private int size;

    boolean contains(long number) {
        return slots[slotOf(slots, number)] == number;
    }

    void add(long number) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        int slot = slotOf(slots, number);
        size += slots[slot] == 0 ? 1 : 0;
        slots[slot] = number;
    }

    int size() {
        return size;
    }

    private void grow() {
        var larger = new long[2 * slots.length];
        for (long number : slots) {
            if (number != 0) {
                larger[slotOf(larger, number)] = number;
            }
        }
        slots = larger;
    }

    private static int slotOf(long[] slots, long number) {
        int slot = (int) number & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
