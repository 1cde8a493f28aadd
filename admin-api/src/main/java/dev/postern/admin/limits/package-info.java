/** How much one caller gets of this service: requests a minute, and bytes a request. */
@NullMarked
package dev.postern.admin.limits;

import org.jspecify.annotations.NullMarked;
