/** The operators' log-in in front of the dashboards. */
@NullMarked
package dev.postern.common.service.login;

import org.jspecify.annotations.NullMarked;
