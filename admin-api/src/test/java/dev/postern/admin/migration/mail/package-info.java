@NullMarked
package dev.postern.admin.migration.mail;

import org.jspecify.annotations.NullMarked;
