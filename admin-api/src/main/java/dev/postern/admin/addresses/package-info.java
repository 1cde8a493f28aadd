/** The addresses of our domains: which can be, and what holds each of them. */
@NullMarked
package dev.postern.admin.addresses;

import org.jspecify.annotations.NullMarked;
