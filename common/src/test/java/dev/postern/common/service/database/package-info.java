@NullMarked
package dev.postern.common.service.database;

import org.jspecify.annotations.NullMarked;
