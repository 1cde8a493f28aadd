/** Who did what to which account, kept so that nobody can change it afterwards without that showing. */
@NullMarked
package dev.postern.admin.audit;

import org.jspecify.annotations.NullMarked;
