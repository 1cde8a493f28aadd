package dev.postern.admin.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class SigningFilesTest {

    private static final byte[] PROFILE = "<plist/>".getBytes(UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void signsSoThatADeviceCanVerify(String algorithm) throws Exception {
        var certificates = TestCertificates.of(algorithm);

        var signed =
                signer(certificates.chain(folder), certificates.key(folder)).sign(PROFILE);

        assertThat(SignedProfile.verified(signed, certificates.authority())).isEqualTo(PROFILE);
    }

    @Test
    void takesAKeyOfACurveAsOpenSslWritesItByItself() throws Exception {
        var certificates = TestCertificates.of("EC");
        var key = (ECPrivateKey) certificates.keys().getPrivate();
        var structure = new org.bouncycastle.asn1.sec.ECPrivateKey(256, key.getS(), SECObjectIdentifiers.secp256r1);
        var file = TestCertificates.pem(
                folder.resolve("sec1.pem"),
                new PemObject("EC PARAMETERS", SECObjectIdentifiers.secp256r1.getEncoded()),
                new PemObject("EC PRIVATE KEY", structure.getEncoded()));

        var signed = signer(certificates.chain(folder), file).sign(PROFILE);

        assertThat(SignedProfile.verified(signed, certificates.authority())).isEqualTo(PROFILE);
    }

    @Test
    void takesAnRsaKeyAsOpenSslWroteItOnce() throws Exception {
        var certificates = TestCertificates.of("RSA");
        var file = TestCertificates.pem(
                folder.resolve("pkcs1.pem"), certificates.keys().getPrivate());

        var signed = signer(certificates.chain(folder), file).sign(PROFILE);

        assertThat(SignedProfile.verified(signed, certificates.authority())).isEqualTo(PROFILE);
    }

    @Test
    void leavesProfilesAsTheyAreWhereNothingIsConfigured() {
        assertThat(signer(null, null).sign(PROFILE)).isEqualTo(PROFILE);
        assertThat(signer(Path.of(""), Path.of("")).sign(PROFILE)).isEqualTo(PROFILE);
    }

    @Test
    void goesOnSigningWithACertificateThatTimeHasPassedBy() throws IOException {
        var old = TestCertificates.validFrom("EC", Instant.now().minus(Duration.ofDays(400)));

        assertThat(signer(old.chain(folder), old.key(folder)).sign(PROFILE)).isNotEqualTo(PROFILE);
    }

    @Test
    void wantsBothFilesOrNone() throws IOException {
        var certificates = TestCertificates.of("EC");

        refuses(certificates.chain(folder), null, "signing-key", "Set both");
        refuses(null, certificates.key(folder), "signing-certificate", "Set both");
    }

    @Test
    void namesTheFileThatCannotBeRead() throws IOException {
        var certificates = TestCertificates.of("EC");

        refuses(folder.resolve("none"), certificates.key(folder), "signing-certificate", "cannot be read");
        refuses(certificates.chain(folder), folder, "signing-key", "cannot be read");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        var certificates = TestCertificates.of("EC");
        var chain = certificates.chain(folder);
        var key = certificates.key(folder);
        var other =
                TestCertificates.pem(folder.resolve("other.pem"), TestCertificates.pkcs8(TestCertificates.keys("EC")));
        var edwards = TestCertificates.pem(
                folder.resolve("ed25519.pem"), TestCertificates.pkcs8(TestCertificates.keys("Ed25519")));
        var encrypted = TestCertificates.pem(
                folder.resolve("encrypted.pem"),
                new JcaPKCS8Generator(
                        certificates.keys().getPrivate(),
                        new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                .setProvider(new BouncyCastleProvider())
                                .setPassword("secret".toCharArray())
                                .build()));

        refuses(key, key, "signing-certificate", "certificate");
        refuses(Files.writeString(folder.resolve("text"), "x"), key, "signing-certificate", "certificate");
        refuses(chain, chain, "signing-key", "no private key that can be read");
        refuses(chain, other, "signing-key", "not the key of the certificate");
        refuses(chain, edwards, "signing-key", "RSA or EC");
        refuses(chain, encrypted, "signing-key", "Take its password away");
        refuses(
                chain,
                Files.writeString(
                        folder.resolve("broken"), "-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----\n"),
                "signing-key",
                "no private key that can be read");
    }

    private static void refuses(@Nullable Path certificate, @Nullable Path key, String property, String reason) {
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> signer(certificate, key))
                .satisfies(refusal -> assertThat(refusal.getName()).isEqualTo("postern.admin.clients." + property))
                .satisfies(refusal -> assertThat(refusal.getReason()).contains(reason));
    }

    private static ProfileSigner signer(@Nullable Path certificate, @Nullable Path key) {
        return SigningFiles.signer(Servers.signedBy(certificate, key), Instant.now());
    }
}
