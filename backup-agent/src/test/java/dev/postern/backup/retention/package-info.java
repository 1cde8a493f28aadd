@NullMarked
package dev.postern.backup.retention;

import org.jspecify.annotations.NullMarked;
