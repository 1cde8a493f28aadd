package dev.postern.admin.listing;

/** Something that a list can be sorted by. */
public interface SortKey {

    /** As the API calls it. */
    String field();

    /** In SQL. */
    String column();
}
