/** The pages of the audit log, in a browser. */
@NullMarked
package dev.postern.admin.pages.audit;

import org.jspecify.annotations.NullMarked;
