package dev.postern.backup.testing;

import dev.postern.backup.restic.LocalRepository;
import dev.postern.backup.restic.RepositoryKeeper;
import dev.postern.backup.restic.ResticFailure;
import dev.postern.backup.restic.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** Repositories in a test's own directory. */
public final class LocalRepositories {

    public static final Work WORK = Work.within(Duration.ofMinutes(2));

    private LocalRepositories() {}

    /** A place for a repository, with a password, and nothing in it. */
    public static LocalRepository in(Path folder) throws IOException {
        var password = Files.writeString(folder.resolve("repository-password"), "correct horse battery staple\n");
        return new LocalRepository(folder.resolve("repository"), password);
    }

    /** A repository without a snapshot. */
    public static LocalRepository madeIn(Path folder) throws IOException, ResticFailure {
        var repository = in(folder);
        FileSystemUtils.copyRecursively(Template.REPOSITORY.directory(), repository.directory());
        return repository;
    }

    /** Making one takes restic longer than copying one. */
    private static final class Template {

        private static final LocalRepository REPOSITORY = make();

        private static LocalRepository make() {
            try {
                var repository = in(Files.createTempDirectory(Tools.shared(), "repository"));
                new RepositoryKeeper(Tools.restic(), repository).make(WORK);
                return repository;
            } catch (IOException | ResticFailure failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
