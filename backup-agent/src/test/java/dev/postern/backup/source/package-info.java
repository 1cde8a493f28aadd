@NullMarked
package dev.postern.backup.source;

import org.jspecify.annotations.NullMarked;
