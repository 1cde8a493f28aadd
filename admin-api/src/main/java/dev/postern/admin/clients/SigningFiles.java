package dev.postern.admin.clients;

import static dev.postern.admin.clients.ClientSettings.SIGNING_CERTIFICATE;
import static dev.postern.admin.clients.ClientSettings.SIGNING_KEY;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Reads what profiles are signed with. Files that are of no use end the start with the property and what to do. */
final class SigningFiles {

    private static final Logger log = LoggerFactory.getLogger(SigningFiles.class);
    private static final String BOTH_OR_NONE =
            "is not set while its counterpart is. Set both, or neither to hand out profiles unsigned.";

    private static final String PEM_CHAIN =
            "Write the signer's certificate into it as PEM, then those that lead to its authority.";

    private static final String NO_KEY =
            "The file has no private key that can be read in it. Write an RSA or EC key into it as PEM.";
    private static final String ENCRYPTED =
            "The key is encrypted. Take its password away (openssl pkey -in … -out …) and protect the file.";

    private SigningFiles() {}

    /** The signer, which leaves profiles as they are where nothing is configured. */
    static ProfileSigner signer(ClientSettings settings, Instant now) {
        var certificate = settings.signingCertificate();
        var key = settings.signingKey();
        if (certificate == null && key == null) {
            return ProfileSigner.NONE;
        }
        if (certificate == null) {
            throw unusable(SIGNING_CERTIFICATE, null, BOTH_OR_NONE, null);
        }
        if (key == null) {
            throw unusable(SIGNING_KEY, null, BOTH_OR_NONE, null);
        }
        return signer(certificate, key, now);
    }

    private static ProfileSigner signer(Path certificate, Path key, Instant now) {
        var chain = certificates(certificate);
        warnWhenOutOfDate(certificate, chain.getFirst(), now);
        try {
            return new CmsSigner(privateKey(key), chain);
        } catch (GeneralSecurityException unfit) {
            throw unusable(
                    SIGNING_KEY,
                    key,
                    "The key cannot sign for the first certificate of %s: %s. Name the RSA or EC key that this certificate was made for."
                            .formatted(certificate, unfit.getMessage()),
                    unfit);
        }
    }

    /** Time passes by itself: it must not keep the accounts from starting, and devices tell people about it. */
    private static void warnWhenOutOfDate(Path file, X509Certificate certificate, Instant now) {
        if (now.isAfter(certificate.getNotAfter().toInstant())
                || now.isBefore(certificate.getNotBefore().toInstant())) {
            log.warn(
                    "The certificate in {} is valid from {} to {}: devices will call the profiles it signs unverified",
                    file,
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        }
    }

    private static List<X509Certificate> certificates(Path file) {
        try (var content = Files.newInputStream(file)) {
            var chain = CertificateFactory.getInstance("X.509").generateCertificates(content).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw unusable(SIGNING_CERTIFICATE, file, "The file has no certificate in it. " + PEM_CHAIN, null);
            }
            return chain;
        } catch (CertificateException malformed) {
            throw unusable(
                    SIGNING_CERTIFICATE, file, "The file is no PEM file of certificates. " + PEM_CHAIN, malformed);
        } catch (IOException unreadable) {
            throw unreadable(SIGNING_CERTIFICATE, file, unreadable);
        }
    }

    private static PrivateKey privateKey(Path file) {
        try (var parser = new PEMParser(new StringReader(Files.readString(file)))) {
            return privateKey(parser, file);
        } catch (IOException unreadable) {
            throw unreadable(SIGNING_KEY, file, unreadable);
        }
    }

    private static PrivateKey privateKey(PEMParser parser, Path file) {
        try {
            // `openssl ecparam -genkey` puts the name of the curve before the key.
            for (var block = parser.readObject(); block != null; block = parser.readObject()) {
                switch (block) {
                    case PEMKeyPair pair -> {
                        return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                    }
                    case PrivateKeyInfo key -> {
                        return new JcaPEMKeyConverter().getPrivateKey(key);
                    }
                    case PKCS8EncryptedPrivateKeyInfo _, PEMEncryptedKeyPair _ ->
                        throw unusable(SIGNING_KEY, file, ENCRYPTED, null);
                    default -> {}
                }
            }
        } catch (IOException malformed) {
            throw unusable(SIGNING_KEY, file, NO_KEY, malformed);
        }
        throw unusable(SIGNING_KEY, file, NO_KEY, null);
    }

    private static InvalidConfigurationPropertyValueException unreadable(
            String property, Path file, IOException cause) {
        return unusable(
                property,
                file,
                "The file cannot be read by user %s (%s). Mount a PEM file there and let this user read it."
                        .formatted(
                                System.getProperty("user.name"),
                                cause.getClass().getSimpleName()),
                cause);
    }

    private static InvalidConfigurationPropertyValueException unusable(
            String property, @Nullable Path file, String reason, @Nullable Exception cause) {
        return new InvalidConfigurationPropertyValueException(property, file, reason, cause);
    }
}
