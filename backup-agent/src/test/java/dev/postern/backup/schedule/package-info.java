@NullMarked
package dev.postern.backup.schedule;

import org.jspecify.annotations.NullMarked;
