@NullMarked
package dev.postern.backup.catalogue;

import org.jspecify.annotations.NullMarked;
