@NullMarked
package dev.postern.common;

import org.jspecify.annotations.NullMarked;
