/** The domain language of mail. Pure Java: no framework may be imported here. */
@NullMarked
package dev.postern.common.mail;

import org.jspecify.annotations.NullMarked;
