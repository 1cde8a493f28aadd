/** Networks of IP addresses. */
@NullMarked
package dev.postern.admin.networks;

import org.jspecify.annotations.NullMarked;
