@NullMarked
package dev.postern.backup.history;

import org.jspecify.annotations.NullMarked;
