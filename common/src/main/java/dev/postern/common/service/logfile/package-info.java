/** Logs of other programs, followed from where the last look ended. */
@NullMarked
package dev.postern.common.service.logfile;

import org.jspecify.annotations.NullMarked;
