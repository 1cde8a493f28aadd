package dev.postern.admin.pages;

import dev.postern.admin.listing.PageRequest;

/** The pages of a list, counted from 1 for people. */
public final class Paging {

    public static final int SIZE = 50;

    private Paging() {}

    /** A number that makes no sense is the first page. */
    public static PageRequest request(int number) {
        return new PageRequest(Math.max(number, 1) - 1, SIZE);
    }
}
