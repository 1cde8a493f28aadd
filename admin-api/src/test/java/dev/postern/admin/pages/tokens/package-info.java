/** The pages of API tokens, in a browser. */
@NullMarked
package dev.postern.admin.pages.tokens;

import org.jspecify.annotations.NullMarked;
