@NullMarked
package dev.postern.admin.webhooks;

import org.jspecify.annotations.NullMarked;
