package dev.postern.admin.web;

import dev.postern.admin.listing.PageRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list. */
public record Listing(
        @Schema(description = "Which page, counted from 0", defaultValue = "0", minimum = "0") @Nullable
        Integer page,

        @Schema(description = "How many on a page", defaultValue = "50", minimum = "1", maximum = "500") @Nullable
        Integer size) {

    private static final int USUAL_SIZE = 50;

    public PageRequest toRequest() {
        var number = page == null ? 0 : page;
        var length = size == null ? USUAL_SIZE : size;
        return Field.of(number < 0 ? "page" : "size", length).required(wanted -> new PageRequest(number, wanted));
    }
}
