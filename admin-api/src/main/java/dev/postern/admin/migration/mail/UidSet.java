package dev.postern.admin.migration.mail;

import java.util.List;

/** Writes UIDs as IMAP does: {@code 1:3,7}. */
final class UidSet {

    private UidSet() {}

    /**
     * Writes them.
     *
     * @param uids in their order
     */
    static String of(List<Long> uids) {
        var text = new StringBuilder();
        for (var first = 0; first < uids.size(); ) {
            var last = first;
            while (last + 1 < uids.size() && uids.get(last + 1) == uids.get(last) + 1) {
                last++;
            }
            text.append(text.isEmpty() ? "" : ",").append(uids.get(first));
            if (last > first) {
                text.append(':').append(uids.get(last));
            }
            first = last + 1;
        }
        return text.toString();
    }
}
