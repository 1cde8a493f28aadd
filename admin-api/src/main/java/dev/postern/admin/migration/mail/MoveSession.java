package dev.postern.admin.migration.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A connection by which one can see a mailbox here and an account on another server, and copy messages from there to here.
 * Every question can end with the connection being lost ({@link Problem#LOST}).
 */
interface MoveSession extends AutoCloseable {

    /** The folders there. */
    List<RemoteFolder> remoteFolders() throws MoveFailed;

    /** The names of the folders here. */
    List<String> localFolders() throws MoveFailed;

    /** Makes sure that there is such a folder here, and that mail programs show it. */
    void make(String localFolder) throws MoveFailed;

    /** Which UID the next message in a folder here will have. */
    long nextUid(String localFolder) throws MoveFailed;

    /** What the messages in a folder here are, from a UID on and below another. */
    Collection<MessageKey> keysHere(String localFolder, long from, long below) throws MoveFailed;

    /** Looks into a folder there; what follows is about it. */
    Opened open(String remoteFolder) throws MoveFailed;

    /** The UIDs of the messages after one, in their order; without those that are marked as deleted. */
    long[] uidsAfter(long uid) throws MoveFailed;

    /** How large messages are. One that is gone is not in the answer. */
    Map<Long, Long> sizes(List<Long> uids) throws MoveFailed;

    /** What messages are. One that is gone is not in the answer. */
    Map<Long, MessageKey> keys(List<Long> uids) throws MoveFailed;

    /** Copies messages with their flags and dates: all of them or none. */
    Copy copy(List<Long> uids, String localFolder) throws MoveFailed;

    @Override
    void close();

    /** A folder there, as it was opened. */
    record Opened(long uidValidity, long messages) {}

    /** What became of messages that were to be copied. */
    sealed interface Copy {

        record Done() implements Copy {}

        /** None was. The same would be said again. */
        record Refused(String words) implements Copy {}

        /** The mailbox here is full. */
        record Full() implements Copy {}
    }
}
