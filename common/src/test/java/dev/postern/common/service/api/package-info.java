@NullMarked
package dev.postern.common.service.api;

import org.jspecify.annotations.NullMarked;
