package dev.postern.backup.run;

import dev.postern.backup.manifest.Manifest;
import dev.postern.backup.manifest.RunId;

/** What came of the attempt to make a backup. */
public sealed interface Outcome {

    /** There is a backup; its manifest says whether it is complete. */
    record Made(Manifest manifest) implements Outcome {}

    /** There is none. */
    record Failed(RunId run, String reason) implements Outcome {}

    /** Somebody stopped it. */
    record Stopped(RunId run) implements Outcome {}

    /** Something else is at work on the repository. */
    record Busy(String purpose) implements Outcome {}
}
