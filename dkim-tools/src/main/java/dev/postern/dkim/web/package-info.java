/** The API and the dashboard. */
@NullMarked
package dev.postern.dkim.web;

import org.jspecify.annotations.NullMarked;
