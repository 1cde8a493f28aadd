package dev.postern.admin.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.admin.addresses.HostedAddress;
import java.util.Locale;
import java.util.UUID;

/**
 * A profile that sets up an account in Apple's Mail (Configuration Profile Reference, payload
 * {@code com.apple.mail.managed}). There is no password in it: the device asks for it.
 */
final class AppleProfile {

    private static final String DOCTYPE =
            "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">";

    private AppleProfile() {}

    /**
     * Writes the profile.
     *
     * @param texts what the device shows of it
     */
    static byte[] of(HostedAddress address, MailServer incoming, MailServer outgoing, Texts texts) {
        return Xml.document(xml -> xml.doctype(DOCTYPE)
                .element(
                        "plist",
                        plist -> plist.element("dict", profile -> {
                            payload(profile, "Configuration", address, texts);
                            string(profile, "PayloadDescription", texts.description());
                            bool(profile, "PayloadRemovalDisallowed", false);
                            profile.text("key", "PayloadContent")
                                    .element(
                                            "array",
                                            payloads -> payloads.element(
                                                    "dict",
                                                    account -> account(account, address, incoming, outgoing, texts)));
                        }),
                        "version",
                        "1.0"));
    }

    private static void account(
            Xml account, HostedAddress address, MailServer incoming, MailServer outgoing, Texts texts) {
        payload(account, "com.apple.mail.managed", address, texts);
        string(account, "EmailAccountDescription", texts.name());
        string(account, "EmailAccountType", "EmailTypeIMAP");
        string(account, "EmailAddress", address.toString());
        server(account, "Incoming", address, incoming);
        server(account, "Outgoing", address, outgoing);
        bool(account, "OutgoingPasswordSameAsIncomingPassword", true);
    }

    private static void server(Xml account, String direction, HostedAddress address, MailServer server) {
        var prefix = direction + "MailServer";
        string(account, prefix + "Authentication", "EmailAuthPassword");
        string(account, prefix + "HostName", server.host().ascii());
        account.text("key", prefix + "PortNumber").text("integer", String.valueOf(server.port()));
        bool(account, prefix + "UseSSL", true);
        string(account, prefix + "Username", address.toString());
    }

    private static void payload(Xml dict, String type, HostedAddress address, Texts texts) {
        var id = id(type, address);
        string(dict, "PayloadType", type);
        dict.text("key", "PayloadVersion").text("integer", "1");
        string(dict, "PayloadIdentifier", "dev.postern.mail." + id.toLowerCase(Locale.ROOT));
        string(dict, "PayloadUUID", id);
        string(dict, "PayloadDisplayName", texts.name());
    }

    /** The same for the same address at all times, so that a newer profile replaces the older one on the device. */
    private static String id(String type, HostedAddress address) {
        return UUID.nameUUIDFromBytes((type + ":" + address).getBytes(UTF_8))
                .toString()
                .toUpperCase(Locale.ROOT);
    }

    private static void string(Xml dict, String key, String value) {
        dict.text("key", key).text("string", value);
    }

    private static void bool(Xml dict, String key, boolean value) {
        dict.text("key", key).empty(String.valueOf(value));
    }

    /** In the language of who asks. */
    record Texts(String name, String description) {}
}
