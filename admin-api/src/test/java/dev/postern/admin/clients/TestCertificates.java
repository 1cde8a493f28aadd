package dev.postern.admin.clients;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority and a certificate it made, as an operator would have them. */
record TestCertificates(X509Certificate authority, X509Certificate signer, KeyPair keys) {

    private static final Duration VALID = Duration.ofDays(30);

    static TestCertificates of(String algorithm) {
        return validFrom(algorithm, Instant.now().minus(Duration.ofDays(1)));
    }

    static TestCertificates validFrom(String algorithm, Instant start) {
        try {
            var authorityKeys = keys("EC");
            var keys = keys(algorithm);
            return new TestCertificates(
                    certificate("CN=Authority", "CN=Authority", authorityKeys, authorityKeys, true, start),
                    certificate("CN=Authority", "CN=Signer", authorityKeys, keys, false, start),
                    keys);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    Path chain(Path folder) throws IOException {
        return pem(folder.resolve("chain.pem"), signer, authority);
    }

    Path key(Path folder) throws IOException {
        return pem(folder.resolve("key.pem"), pkcs8(keys));
    }

    static JcaPKCS8Generator pkcs8(KeyPair keys) throws IOException {
        return new JcaPKCS8Generator(keys.getPrivate(), null);
    }

    static Path pem(Path file, Object... content) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            for (var block : content) {
                pem.writeObject(block);
            }
        }
        return Files.writeString(file, text.toString());
    }

    static KeyPair keys(String algorithm) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        if (!algorithm.startsWith("Ed")) {
            generator.initialize(algorithm.equals("EC") ? 256 : 2048);
        }
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            String issuer, String subject, KeyPair issuerKeys, KeyPair keys, boolean authority, Instant start)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Principal(issuer),
                BigInteger.valueOf(authority ? 1 : 2),
                Date.from(start),
                Date.from(start.plus(VALID)),
                new X500Principal(subject),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
    }
}
