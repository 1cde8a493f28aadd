package dev.postern.admin.migration.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.regex.Pattern;

/** By what the other server's certificate is known to be right. */
sealed interface Trust {

    /** An authority that everybody trusts stands behind it, and the server's name is in it. */
    record Authorities() implements Trust {}

    /**
     * This authority stands behind it, or this is the certificate; and the server's name is in it.
     *
     * @param pem one certificate
     */
    record Certificate(String pem) implements Trust {

        private static final int LONGEST = 16_384;

        static Certificate parse(String pem) {
            var text = pem.strip();
            if (text.length() > LONGEST || !text.startsWith("-----BEGIN CERTIFICATE-----")) {
                throw noCertificate();
            }
            try {
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(text.getBytes(US_ASCII)));
                return new Certificate(text + "\n");
            } catch (CertificateException malformed) {
                throw noCertificate();
            }
        }

        private static IllegalArgumentException noCertificate() {
            return new IllegalArgumentException(
                    "This is no certificate in PEM; it begins with -----BEGIN CERTIFICATE-----.");
        }
    }

    /**
     * The certificate with this SHA-256 digest is right, whatever name is in it.
     *
     * @param sha256 64 capital hexadecimal digits
     */
    record Fingerprint(String sha256) implements Trust {

        private static final Pattern DIGITS = Pattern.compile("[0-9A-F]{64}");

        static Fingerprint parse(String text) {
            var digits = text.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
            if (!DIGITS.matcher(digits).matches()) {
                throw new IllegalArgumentException(
                        "This is no SHA-256 fingerprint; it has 64 hexadecimal digits, with or without colons.");
            }
            return new Fingerprint(digits);
        }
    }
}
