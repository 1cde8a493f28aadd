import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** Turns a PEM bundle of CA certificates into a PKCS#12 trust store: {@code TrustStore BUNDLE STORE}. */
final class TrustStore {

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        var password = "changeit".toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        try (var bundle = Files.newInputStream(Path.of(arguments[0]))) {
            int number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(bundle)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
        }
        try (var out = Files.newOutputStream(Path.of(arguments[1]))) {
            store.store(out, password);
        }
    }
}
