/** The pages of operators, and of what is asked of those who sign in. */
@NullMarked
package dev.postern.admin.pages.operators;

import org.jspecify.annotations.NullMarked;
