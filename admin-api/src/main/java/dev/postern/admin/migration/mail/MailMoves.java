package dev.postern.admin.migration.mail;

import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.passwords.Password;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All moves of mail, and what is remembered about each. */
interface MailMoves {

    Optional<MailMove> find(long id);

    /** The latest first; those in a state, or all. */
    Page<MailMove> list(Optional<MailMove.State> state, PageRequest request);

    /**
     * Adds a move that waits for its turn, or has one of the same account to the same mailbox wait again.
     *
     * @return its id; empty if that one is not over
     */
    Optional<Long> add(NewMove move);

    /** Has a move that is over wait for its turn again, with its password or another one. False if it is not over. */
    boolean again(long id, Optional<Password> password);

    /** Takes the move whose turn it is, and notes that it runs. Nobody else gets it. */
    Optional<MailMove> take(Instant now);

    /** Has those wait that are noted as running and are not among these: nobody runs them any more. */
    void waitUnless(Set<Long> running, Instant now);

    /** The password there; empty when it is not kept any more. */
    Optional<Password> passwordOf(long id);

    /** Has a move wait until it is tried again. */
    void waitUntil(long id, Instant next, MoveFailed why);

    /** Ends a move that runs; its password is kept only for what may be tried again. */
    void end(long id, MailMove.State state, Optional<MoveFailed> why, Instant now);

    /** Cancels a move that waits. False if it does not. */
    boolean cancelWaiting(long id, Instant now);

    /** Forgets a move and how far it is. False if it is not over. */
    boolean forget(long id);

    /** Forgets the passwords of moves that ended before. */
    void forgetPasswords(Instant endedBefore);

    List<FolderMove> foldersOf(long id);

    /** Says which folders there are; what is known about them stays. */
    void plan(long id, List<FolderMove> folders);

    /** Writes down how far a folder is, and that the move got on if it did. */
    void note(long id, FolderMove folder, Instant now);

    /** Has everything be looked at anew: what is here is known by what it is. */
    void startOver(long id);
}
