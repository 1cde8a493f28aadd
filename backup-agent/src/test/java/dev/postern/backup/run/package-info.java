@NullMarked
package dev.postern.backup.run;

import org.jspecify.annotations.NullMarked;
