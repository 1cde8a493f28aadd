@NullMarked
package dev.postern.common.service.login;

import org.jspecify.annotations.NullMarked;
