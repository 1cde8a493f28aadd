/** What every means of signing in needs: secrets encrypted at rest, and a note of each change. */
@NullMarked
package dev.postern.admin.credentials;

import org.jspecify.annotations.NullMarked;
