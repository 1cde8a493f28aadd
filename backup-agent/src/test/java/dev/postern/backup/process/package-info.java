@NullMarked
package dev.postern.backup.process;

import org.jspecify.annotations.NullMarked;
