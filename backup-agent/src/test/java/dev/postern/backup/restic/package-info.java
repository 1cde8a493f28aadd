@NullMarked
package dev.postern.backup.restic;

import org.jspecify.annotations.NullMarked;
