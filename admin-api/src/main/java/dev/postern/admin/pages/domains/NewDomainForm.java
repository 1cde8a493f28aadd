package dev.postern.admin.pages.domains;

import org.jspecify.annotations.Nullable;

/** What is asked when a domain is added; the rest can be said later. */
record NewDomainForm(@Nullable String name, @Nullable String note) {}
