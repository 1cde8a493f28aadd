/** The backups as the repository knows them, without anything else: their marks on snapshots, and their manifests. */
@NullMarked
package dev.postern.backup.catalogue;

import org.jspecify.annotations.NullMarked;
