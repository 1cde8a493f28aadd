package dev.postern.backup.restic;

/**
 * How far a piece of work is.
 *
 * @param files what is done
 * @param totalFiles what there is, as far as it is known
 * @param bytes what is done
 * @param totalBytes what there is, as far as it is known
 */
public record Progress(long files, long totalFiles, long bytes, long totalBytes) {

    public static final Progress NONE = new Progress(0, 0, 0, 0);
}
