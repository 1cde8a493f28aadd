@NullMarked
package dev.postern.common.service.sample;

import org.jspecify.annotations.NullMarked;
