package dev.postern.backup.restic;

/** By what a repository is known again; another one in the same place has another. */
public record RepositoryId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
