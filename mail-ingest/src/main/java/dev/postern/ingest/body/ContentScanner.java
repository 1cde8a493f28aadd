package dev.postern.ingest.body;

/** Finds the {@link ContentTraits} of bytes that come piece by piece. */
final class ContentScanner {

    private boolean eightBit;
    private boolean afterCarriageReturn;
    private long bareLineFeeds;
    private long bareCarriageReturns;
    private long nuls;

    void accept(byte[] bytes, int offset, int length) {
        for (int index = offset; index < offset + length; index++) {
            var octet = bytes[index];
            if (octet > '\r') {
                bareCarriageReturns += afterCarriageReturn ? 1 : 0;
                afterCarriageReturn = false;
            } else {
                special(octet);
            }
        }
    }

    ContentTraits finish() {
        return new ContentTraits(eightBit, bareLineFeeds, bareCarriageReturns + (afterCarriageReturn ? 1 : 0), nuls);
    }

    private void special(byte octet) {
        if (octet == '\n') {
            bareLineFeeds += afterCarriageReturn ? 0 : 1;
        } else {
            bareCarriageReturns += afterCarriageReturn ? 1 : 0;
            eightBit |= octet < 0;
            nuls += octet == 0 ? 1 : 0;
        }
        afterCarriageReturn = octet == '\r';
    }
}
