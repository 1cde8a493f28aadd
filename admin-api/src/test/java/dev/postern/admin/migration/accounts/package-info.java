@NullMarked
package dev.postern.admin.migration.accounts;

import org.jspecify.annotations.NullMarked;
