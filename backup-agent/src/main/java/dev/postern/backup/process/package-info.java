/** Programs that do the work: started with little, watched, and ended when they must. Plain Java. */
@NullMarked
package dev.postern.backup.process;

import org.jspecify.annotations.NullMarked;
