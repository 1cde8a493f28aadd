/**
 * The copy of the backups in S3, under Object Lock: made so that nobody can erase it before its time, proven every day,
 * and readable as it was at any moment.
 */
@NullMarked
package dev.postern.backup.offsite;

import org.jspecify.annotations.NullMarked;
