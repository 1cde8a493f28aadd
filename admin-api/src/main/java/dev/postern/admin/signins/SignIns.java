package dev.postern.admin.signins;

import dev.postern.admin.addresses.HostedAddress;
import java.util.List;

/** What is kept of sign-ins: of the last 30 days, and of those the last 50 kinds that succeeded and as many that failed. */
public interface SignIns {

    /** Takes sign-ins down; those to mailboxes that are not there are left out. */
    void add(List<SignIn> signIns);

    /** The last one by each protocol, the latest first. */
    List<LastSignIn> last(HostedAddress mailbox);

    /** The latest first. */
    List<RecentSignIns> recent(HostedAddress mailbox);

    /** Forgets what is too old. */
    void forgetOldOnes();
}
