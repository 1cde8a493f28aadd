package dev.postern.admin.webhooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Who stands behind the certificates of receivers: the public authorities, and those in a file. */
final class Authorities {

    private Authorities() {}

    static SSLContext with(Optional<Path> file) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : publicOnes().getAcceptedIssuers()) {
                store.setCertificateEntry("public-" + store.size(), certificate);
            }
            if (file.isPresent()) {
                add(file.get(), store);
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException(
                    "The authorities behind receivers of webhooks cannot be read; look at postern.admin.webhooks.ca-file",
                    unusable);
        }
    }

    private static void add(Path file, KeyStore store) throws GeneralSecurityException, IOException {
        try (var in = Files.newInputStream(file)) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("own-" + store.size(), certificate);
            }
        }
    }

    private static X509TrustManager publicOnes() throws GeneralSecurityException {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init((KeyStore) null);
        return Arrays.stream(managers.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
