package dev.postern.backup.restic;

/** What restic calls a repository; another one in the same place has another name. */
public record RepositoryId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
