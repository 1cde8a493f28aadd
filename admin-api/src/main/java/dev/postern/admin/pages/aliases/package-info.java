/** The pages of aliases, for operators. */
@NullMarked
package dev.postern.admin.pages.aliases;

import org.jspecify.annotations.NullMarked;
