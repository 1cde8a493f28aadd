package dev.postern.ingest.body;

/** What became of reading one body. */
public sealed interface Reading {

    /** All of it is here. The receiver closes it. */
    record Complete(MessageBody body) implements Reading {}

    /** It is larger than allowed; as much of the rest as allowed has been read and thrown away. */
    record TooLarge() implements Reading {}

    /** The client did not send it in time. */
    record TooSlow() implements Reading {}

    /** The connection broke, or the body ended before its announced length. */
    record Broken() implements Reading {}

    /** Too much is being read already. */
    record NoRoom() implements Reading {}
}
