package dev.postern.admin.migration.mail;

/**
 * How far a folder is.
 *
 * @param source its name there
 * @param target the folder here that its messages come to
 * @param rest whether only those come that are nowhere else here
 * @param checkpoint what is known for sure, and what is not
 * @param messages how many there are in it there
 * @param count what became of those that it is done with
 * @param done whether that was all of them, when it was last looked at
 */
record FolderMove(
        String source, String target, boolean rest, Checkpoint checkpoint, long messages, Count count, boolean done) {

    static FolderMove planned(String source, String target, boolean rest) {
        return new FolderMove(source, target, rest, Checkpoint.NONE, 0, Count.NONE, false);
    }

    FolderMove at(Checkpoint checkpoint) {
        return new FolderMove(source, target, rest, checkpoint, messages, count, done);
    }

    FolderMove having(long messages) {
        return new FolderMove(source, target, rest, checkpoint, messages, count, done);
    }

    FolderMove counting(Count count) {
        return new FolderMove(source, target, rest, checkpoint, messages, count, done);
    }

    FolderMove finished(boolean done) {
        return new FolderMove(source, target, rest, checkpoint, messages, count, done);
    }

    /**
     * What a folder is sure of.
     *
     * @param uidValidity of the folder there; with another one its UIDs mean other messages
     * @param copiedTo messages there up to this UID are here
     * @param chunkTo those up to this one are here, or are not; 0 when nothing is open
     * @param chunkFrom if they are, they have this UID here or a higher one
     * @param compareBelow messages here below this UID were here before; some of them may be from there
     */
    record Checkpoint(long uidValidity, long copiedTo, long chunkTo, long chunkFrom, long compareBelow) {

        static final Checkpoint NONE = new Checkpoint(0, 0, 0, 0, 0);

        static Checkpoint beginning(long uidValidity, long nextUidHere) {
            return new Checkpoint(uidValidity, 0, 0, 0, nextUidHere);
        }

        /** What was in doubt before stays so: it may have come in part. */
        Checkpoint opened(long to, long nextUidHere) {
            return isOpen()
                    ? new Checkpoint(
                            uidValidity,
                            copiedTo,
                            Math.max(chunkTo, to),
                            Math.min(chunkFrom, nextUidHere),
                            compareBelow)
                    : new Checkpoint(uidValidity, copiedTo, to, nextUidHere, compareBelow);
        }

        Checkpoint closed(long to) {
            return chunkTo > to
                    ? new Checkpoint(uidValidity, to, chunkTo, chunkFrom, compareBelow)
                    : new Checkpoint(uidValidity, to, 0, 0, compareBelow);
        }

        boolean isOpen() {
            return chunkTo > copiedTo;
        }
    }

    /**
     * What became of messages.
     *
     * @param moved copied
     * @param present here already
     * @param refused not to be had, or not to be kept
     * @param bytes of those that were copied
     * @param refusals what was said to the first of those that were refused
     */
    record Count(long moved, long present, long refused, long bytes, String refusals) {

        static final Count NONE = new Count(0, 0, 0, 0, "");

        private static final int LONGEST = 1000;

        Count moved(long messages, long size) {
            return new Count(moved + messages, present, refused, bytes + size, refusals);
        }

        Count present(long messages) {
            return new Count(moved, present + messages, refused, bytes, refusals);
        }

        Count refused(long uid, String words) {
            var more = "%s%d: %s\n".formatted(refusals, uid, words);
            return new Count(moved, present, refused + 1, bytes, more.length() <= LONGEST ? more : refusals);
        }

        long all() {
            return moved + present + refused;
        }
    }
}
