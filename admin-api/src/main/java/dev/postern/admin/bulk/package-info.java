/** Many accounts at once: from a CSV file, into one, and changed together. */
@NullMarked
package dev.postern.admin.bulk;

import org.jspecify.annotations.NullMarked;
