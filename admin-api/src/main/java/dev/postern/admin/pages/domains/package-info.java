/** The pages of domains. */
@NullMarked
package dev.postern.admin.pages.domains;

import org.jspecify.annotations.NullMarked;
