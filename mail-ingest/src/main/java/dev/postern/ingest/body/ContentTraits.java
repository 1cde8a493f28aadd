package dev.postern.ingest.body;

import java.util.ArrayList;
import java.util.List;

/**
 * What in a message's bytes matters to SMTP.
 *
 * @param eightBit whether a byte has its high bit set
 * @param bareLineFeeds line feeds without a carriage return before
 * @param bareCarriageReturns carriage returns without a line feed behind
 * @param nuls zero bytes
 */
public record ContentTraits(boolean eightBit, long bareLineFeeds, long bareCarriageReturns, long nuls) {

    /** Names of the oddities that RFC 5321 §2.3.8 and §4.1.1.4 forbid in mail, in a stable order. */
    public List<String> oddities() {
        var names = new ArrayList<String>(3);
        if (bareLineFeeds > 0) {
            names.add("bare-lf");
        }
        if (bareCarriageReturns > 0) {
            names.add("bare-cr");
        }
        if (nuls > 0) {
            names.add("nul");
        }
        return names;
    }
}
