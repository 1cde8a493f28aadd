@NullMarked
package dev.postern.backup.database;

import org.jspecify.annotations.NullMarked;
