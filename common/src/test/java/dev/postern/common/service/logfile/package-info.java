@NullMarked
package dev.postern.common.service.logfile;

import org.jspecify.annotations.NullMarked;
