/** Links for the camera of a phone. */
@NullMarked
package dev.postern.admin.qrcode;

import org.jspecify.annotations.NullMarked;
