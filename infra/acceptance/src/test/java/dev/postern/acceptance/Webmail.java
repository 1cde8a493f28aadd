package dev.postern.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;

/** Webmail in a browser, after the log-in of a mailbox's owner. */
record Webmail(Page page, String url) {

    static Webmail logIn(Page page, Mailbox mailbox) {
        var webmail = new Webmail(page, mailbox.platform().info().webmail().url());
        page.navigate(webmail.url);
        page.locator("#rcmloginuser").fill(mailbox.address());
        page.locator("#rcmloginpwd").fill(mailbox.password());
        page.locator("#rcmloginsubmit").click();
        page.waitForURL(address -> address.contains("_task=mail"));
        // What the inbox still asks for would write over the session of a new message.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return webmail;
    }

    void open(String query) {
        page.navigate(url + query);
    }

    void logOut() {
        page.context().clearCookies();
    }

    /** A message that is ready to be sent. */
    void compose(String recipient, String subject, String text) {
        open("?_task=mail&_action=compose&_to=%s&_subject=%s".formatted(recipient, subject));
        page.locator("#composebody").fill(text);
    }

    void send() {
        page.locator("#messagetoolbar .send, button.send, a.send").first().click();
    }

    /** The addresses of the user's identities, in the order of the list. */
    List<String> identities() {
        open("?_task=settings&_action=identities");
        assertThat(page.locator("#identities-table")).isVisible();
        return addressesIn(page.locator("#identities-table tbody tr").allTextContents());
    }

    /** The addresses that a new message can come from. */
    List<String> senders() {
        open("?_task=mail&_action=compose");
        assertThat(page.locator("[name=_from]")).isVisible();
        return addressesIn(page.locator("[name=_from] option").allTextContents());
    }

    /** Stores an identity as the form does, whatever the form would allow; without an id a new one. */
    String saveIdentity(String id, String address) {
        open("?_task=settings&_action=identities");
        return (String) page.evaluate("""
                async ([id, address]) => {
                  const form = new URLSearchParams({
                    _token: rcmail.env.request_token, _iid: id, _email: address, _name: 'Somebody', _framed: '1'});
                  const answer = await fetch('?_task=settings&_action=save-identity', {method: 'POST', body: form});
                  return answer.text();
                }""", List.of(id, address));
    }

    String idOfFirstIdentity() {
        open("?_task=settings&_action=identities");
        return page.locator("#identities-table tbody tr")
                .first()
                .getAttribute("id")
                .replace("rcmrow", "");
    }

    private static List<String> addressesIn(List<String> texts) {
        return texts.stream()
                .map(text -> text.replaceAll(".*?([^\\s<>]+@[^\\s<>]+).*", "$1").strip())
                .toList();
    }
}
