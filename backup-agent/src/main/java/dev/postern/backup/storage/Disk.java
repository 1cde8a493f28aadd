package dev.postern.backup.storage;

/** A disk as the kernel names it. */
public record Disk(String name, Medium medium) implements Comparable<Disk> {

    @Override
    public int compareTo(Disk other) {
        return name.compareTo(other.name);
    }

    /** What the kernel says a disk is made of; a virtual machine's disk may be something else behind the scenes. */
    public enum Medium {
        SOLID_STATE,
        ROTATING,
        UNKNOWN
    }
}
