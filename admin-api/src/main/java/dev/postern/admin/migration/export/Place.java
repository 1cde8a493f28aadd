package dev.postern.admin.migration.export;

/**
 * Where something stands in an export.
 *
 * @param number which line, or which entry of a JSON file, counted from 1; 0 is the file as a whole
 */
public record Place(String file, long number) implements Comparable<Place> {

    static Place whole(String file) {
        return new Place(file, 0);
    }

    @Override
    public int compareTo(Place other) {
        var byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return number == 0 ? file : "%s:%d".formatted(file, number);
    }
}
