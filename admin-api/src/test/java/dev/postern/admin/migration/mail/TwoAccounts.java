package dev.postern.admin.migration.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A mailbox here and an account there, in memory. Any step can be made the last one before the connection is lost: then it
 * may have been done, or not.
 */
final class TwoAccounts implements MoveSession {

    /** A message by what is in it. */
    record Message(String text, long size) {

        MessageKey key() {
            return MessageKey.of(Instant.EPOCH, "Subject: " + text);
        }
    }

    private final Map<String, TreeMap<Long, Message>> there = new LinkedHashMap<>();
    private final Map<String, TreeMap<Long, Message>> here = new LinkedHashMap<>();
    private final Map<String, Long> nextUid = new HashMap<>();
    private final Set<String> broken;
    private long validity = 7;
    private int stepsLeft = Integer.MAX_VALUE;
    private boolean lastStepIsDone = true;
    private long room = Long.MAX_VALUE;
    private String opened = "";

    TwoAccounts(String... broken) {
        this.broken = Set.of(broken);
    }

    void putThere(String folder, long uid, String text) {
        there.computeIfAbsent(folder, _ -> new TreeMap<>()).put(uid, new Message(text, 1000));
    }

    void putHere(String folder, String text) {
        var uid = nextUid.merge(folder, 1L, Long::sum);
        here.computeIfAbsent(folder, _ -> new TreeMap<>()).put(uid, new Message(text, 1000));
    }

    void removeHere(String folder, String text) {
        Objects.requireNonNull(here.get(folder)).values().removeIf(message -> message.text.equals(text));
    }

    void renumber() {
        validity++;
    }

    void losesConnectionAfter(int steps, boolean lastStepIsDone) {
        this.stepsLeft = steps;
        this.lastStepIsDone = lastStepIsDone;
    }

    void holdsAtMost(long messages) {
        room = messages;
    }

    List<String> textsHere(String folder) {
        return here.getOrDefault(folder, new TreeMap<>()).values().stream()
                .map(Message::text)
                .toList();
    }

    @Override
    public List<RemoteFolder> remoteFolders() throws MoveFailed {
        step();
        return there.keySet().stream()
                .map(name -> new RemoteFolder(name, List.of(name.split("/")), Set.of()))
                .toList();
    }

    @Override
    public List<String> localFolders() {
        return List.copyOf(here.keySet());
    }

    @Override
    public void make(String localFolder) throws MoveFailed {
        step();
        here.computeIfAbsent(localFolder, _ -> new TreeMap<>());
    }

    @Override
    public long nextUid(String localFolder) throws MoveFailed {
        step();
        return nextUid.getOrDefault(localFolder, 0L) + 1;
    }

    @Override
    public Collection<MessageKey> keysHere(String localFolder, long from, long below) throws MoveFailed {
        step();
        return Objects.requireNonNull(here.get(localFolder)).tailMap(from, true).entrySet().stream()
                .filter(message -> message.getKey() < below)
                .map(message -> message.getValue().key())
                .toList();
    }

    @Override
    public Opened open(String remoteFolder) throws MoveFailed {
        step();
        opened = remoteFolder;
        return new Opened(validity, messages().size());
    }

    @Override
    public long[] uidsAfter(long uid) throws MoveFailed {
        step();
        return messages().tailMap(uid, false).keySet().stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    @Override
    public Map<Long, Long> sizes(List<Long> uids) throws MoveFailed {
        step();
        var sizes = new HashMap<Long, Long>();
        uids.forEach(uid -> sizes.put(uid, message(uid).size));
        return sizes;
    }

    @Override
    public Map<Long, MessageKey> keys(List<Long> uids) throws MoveFailed {
        step();
        var keys = new HashMap<Long, MessageKey>();
        uids.forEach(uid -> keys.put(uid, message(uid).key()));
        return keys;
    }

    @Override
    public Copy copy(List<Long> uids, String localFolder) throws MoveFailed {
        var whole = stepsLeft != 1 || lastStepIsDone;
        if (uids.stream().anyMatch(uid -> broken.contains(message(uid).text))) {
            step();
            return new Copy.Refused("it is broken");
        }
        if (Objects.requireNonNull(here.get(localFolder)).size() + uids.size() > room) {
            step();
            return new Copy.Full();
        }
        if (whole && stepsLeft > 0) {
            uids.forEach(uid -> putHere(localFolder, message(uid).text));
        }
        step();
        return new Copy.Done();
    }

    /** The last step is the one whose answer does not come. */
    private void step() throws MoveFailed {
        if (--stepsLeft <= 0) {
            throw new MoveFailed(Problem.LOST, "the test cut it");
        }
    }

    private NavigableMap<Long, Message> messages() {
        return there.getOrDefault(opened, new TreeMap<>());
    }

    private Message message(long uid) {
        return Objects.requireNonNull(messages().get(uid));
    }

    @Override
    public void close() {
        stepsLeft = 0;
    }

    /** What is written down about a folder, and stays when everything else ends. */
    static final class Notes {

        private final List<FolderMove> all = new ArrayList<>();

        void add(FolderMove folder) {
            all.add(folder);
        }

        FolderMove latest() {
            return all.getLast();
        }
    }
}
