package dev.postern.backup.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to run.
 *
 * @param words the program and its arguments; never a secret, since every process of the machine can read them
 * @param environment all that it gets; nothing is inherited
 * @param directory where it runs
 * @param priority how much it may get in the way
 */
public record Command(
        List<String> words, Map<String, String> environment, Optional<Path> directory, Priority priority) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** A command with nothing special about it. */
    public static Command of(List<String> words) {
        return new Command(words, Map.of(), Optional.empty(), Priority.NORMAL);
    }

    public Command in(Path place) {
        return new Command(words, environment, Optional.of(place), priority);
    }

    public Command with(Priority changed) {
        return new Command(words, environment, directory, changed);
    }

    /** The program's name, for messages. */
    public String program() {
        return String.valueOf(Path.of(words.getFirst()).getFileName());
    }
}
