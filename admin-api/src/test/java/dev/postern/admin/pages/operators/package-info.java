/** The pages of operators, in a browser. */
@NullMarked
package dev.postern.admin.pages.operators;

import org.jspecify.annotations.NullMarked;
