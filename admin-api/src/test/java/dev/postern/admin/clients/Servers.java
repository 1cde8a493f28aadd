package dev.postern.admin.clients;

import dev.postern.common.mail.DomainName;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The settings that tests start from. */
final class Servers {

    static final DomainName HOST = DomainName.parse("mail.postern.example");

    private Servers() {}

    static ClientSettings settings(String publicUrl) {
        return settings(publicUrl, null, null);
    }

    static ClientSettings signedBy(@Nullable Path certificate, @Nullable Path key) {
        return settings("https://mail.postern.example:8444/", certificate, key);
    }

    private static ClientSettings settings(String publicUrl, @Nullable Path certificate, @Nullable Path key) {
        return new ClientSettings(HOST, 993, 995, 465, 587, URI.create(publicUrl), certificate, key);
    }

    static ClientSettings settings() {
        return settings("https://mail.postern.example:8444/");
    }
}
