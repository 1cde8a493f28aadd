@NullMarked
package dev.postern.backup.manifest;

import org.jspecify.annotations.NullMarked;
