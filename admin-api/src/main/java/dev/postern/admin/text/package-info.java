/** What people write about accounts. */
@NullMarked
package dev.postern.admin.text;

import org.jspecify.annotations.NullMarked;
