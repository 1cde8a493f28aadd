package dev.postern.admin.pages.mailboxes;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.apppasswords.AppPasswords;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.signins.SignIns;
import dev.postern.admin.usage.UsageBar;
import dev.postern.admin.usage.Usages;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What became of a mailbox since it was made: how full it is, and who came to it. All of it is kept here, so that nobody waits for Dovecot. */
@Component
class MailboxActivity {

    private final Usages usages;
    private final SignIns signIns;
    private final AppPasswords appPasswords;

    MailboxActivity(Usages usages, SignIns signIns, AppPasswords appPasswords) {
        this.usages = usages;
        this.signIns = signIns;
        this.appPasswords = appPasswords;
    }

    /** By the names that the page has for it. */
    Map<String, Object> of(HostedAddress address) {
        return Map.of(
                "usage", UsageBar.of(NoSuchPage.unless(usages.find(address))),
                "lastSignIns", signIns.last(address),
                "recentSignIns", signIns.recent(address),
                "appPasswords", appPasswords.of(address));
    }
}
