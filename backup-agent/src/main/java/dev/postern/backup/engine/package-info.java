/** Puts the parts together from the settings: for the service, and for whoever types a command. */
@NullMarked
package dev.postern.backup.engine;

import org.jspecify.annotations.NullMarked;
