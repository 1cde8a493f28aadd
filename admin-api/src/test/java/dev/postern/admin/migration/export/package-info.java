@NullMarked
package dev.postern.admin.migration.export;

import org.jspecify.annotations.NullMarked;
