/** The engine: restic, spoken with in JSON, its failures told in words. */
@NullMarked
package dev.postern.backup.restic;

import org.jspecify.annotations.NullMarked;
