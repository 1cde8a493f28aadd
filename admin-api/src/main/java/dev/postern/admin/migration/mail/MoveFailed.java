package dev.postern.admin.migration.mail;

/** A move cannot go on. What is done is done, and known. */
final class MoveFailed extends Exception {

    private static final int LONGEST = 300;

    private final Problem problem;
    private final String words;

    /**
     * Says what is wrong.
     *
     * @param words what the other side said; never a password
     */
    MoveFailed(Problem problem, String words) {
        super(problem.text() + ": " + words);
        this.problem = problem;
        this.words = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    Problem problem() {
        return problem;
    }

    String words() {
        return words;
    }
}
