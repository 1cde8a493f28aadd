@NullMarked
package dev.postern.common.service.pages;

import org.jspecify.annotations.NullMarked;
