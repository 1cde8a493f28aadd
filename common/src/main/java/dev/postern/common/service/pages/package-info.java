/** The frame around every page: layout, style sheet, charts, and the way from one dashboard to the next. */
@NullMarked
package dev.postern.common.service.pages;

import org.jspecify.annotations.NullMarked;
