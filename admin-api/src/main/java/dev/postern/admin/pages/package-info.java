/** What the operators' pages share: the menu, forms, and the reader's language. */
@NullMarked
package dev.postern.admin.pages;

import org.jspecify.annotations.NullMarked;
