@NullMarked
package dev.postern.common.service;

import org.jspecify.annotations.NullMarked;
