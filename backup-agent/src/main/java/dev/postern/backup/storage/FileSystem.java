package dev.postern.backup.storage;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A file system as it is seen at one place.
 *
 * @param device the kernel's number of it: two places with the same number are on the same file system
 * @param source what is mounted, for example {@code /dev/sda1}
 * @param type for example {@code ext4}
 * @param disks what it lies on, empty if that cannot be seen from here
 * @param bytes the room for content
 * @param files the room for files, empty if the file system has no such limit
 */
public record FileSystem(
        long device, String source, String type, SortedSet<Disk> disks, Usage bytes, Optional<Usage> files) {

    public FileSystem {
        disks = Collections.unmodifiableSortedSet(new TreeSet<>(disks));
    }
}
