@NullMarked
package dev.postern.common.mail;

import org.jspecify.annotations.NullMarked;
