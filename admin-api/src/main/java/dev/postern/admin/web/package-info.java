/** What the REST controllers share: reading fields, and answers when something is refused (RFC 9457). */
@NullMarked
package dev.postern.admin.web;

import org.jspecify.annotations.NullMarked;
