/** An API below {@code /api} that one token opens: who may call it, and how it says no. */
@NullMarked
package dev.postern.common.service.api;

import org.jspecify.annotations.NullMarked;
