package dev.postern.dkim.keys;

/** The public side of one key. */
public record KeyDetails(Algorithm algorithm, Selector selector, TxtRecord record) {}
