/** The pages of the audit log. */
@NullMarked
package dev.postern.admin.pages.audit;

import org.jspecify.annotations.NullMarked;
