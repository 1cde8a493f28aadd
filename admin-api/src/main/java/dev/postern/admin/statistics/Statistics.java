package dev.postern.admin.statistics;

import dev.postern.admin.usage.LargeMailbox;
import java.util.List;

/**
 * What happened to the accounts of some domains.
 *
 * @param signIns of the last 30 days, as are the protocols
 * @param storage of the last 90 days
 */
public record Statistics(
        List<SignInDay> signIns, List<ProtocolUse> protocols, List<StorageDay> storage, List<LargeMailbox> largest) {}
