/** The pages of API tokens. */
@NullMarked
package dev.postern.admin.pages.tokens;

import org.jspecify.annotations.NullMarked;
