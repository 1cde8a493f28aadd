/** The API and the dashboard. */
@NullMarked
package dev.postern.backup.web;

import org.jspecify.annotations.NullMarked;
