/** Breaks a rule of the architecture on purpose, see {@code ArchitectureRulesTest}. */
@NullMarked
package dev.postern.fixtureneighbour;

import org.jspecify.annotations.NullMarked;
