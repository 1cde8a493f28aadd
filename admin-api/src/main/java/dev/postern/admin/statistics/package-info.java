/** What happened day by day: sign-ins, how mail grows, who uses the API, how long answers take. */
@NullMarked
package dev.postern.admin.statistics;

import org.jspecify.annotations.NullMarked;
