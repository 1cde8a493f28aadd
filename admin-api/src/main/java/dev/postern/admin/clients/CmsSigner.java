package dev.postern.admin.clients;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Puts a profile into signed data (CMS, RFC 5652 §5) together with the certificates that lead to its signer, as Apple's
 * Configuration Profile Reference has it.
 */
final class CmsSigner implements ProfileSigner {

    private static final byte[] TRIAL = {1, 2, 3};

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final String algorithm;

    /**
     * Makes a signer that has signed once already.
     *
     * @param chain the signer's own certificate first
     * @throws GeneralSecurityException if key and certificate do not belong together
     */
    CmsSigner(PrivateKey key, List<X509Certificate> chain) throws GeneralSecurityException {
        this.key = key;
        this.chain = List.copyOf(chain);
        this.algorithm = algorithmFor(key);
        requireThatKeyFits();
    }

    @Override
    public byte[] sign(byte[] profile) {
        try {
            var generator = new CMSSignedDataGenerator();
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(digests)
                    .build(new JcaContentSignerBuilder(algorithm).build(key), chain.getFirst()));
            generator.addCertificates(new JcaCertStore(chain));
            return generator
                    .generate(new CMSProcessableByteArray(profile), true)
                    .getEncoded();
        } catch (OperatorCreationException | GeneralSecurityException | CMSException | IOException fault) {
            throw new IllegalStateException("a profile could not be signed, though the key worked at the start", fault);
        }
    }

    private static String algorithmFor(PrivateKey key) throws GeneralSecurityException {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default ->
                throw new GeneralSecurityException("it is of the kind " + key.getAlgorithm() + ", not RSA or EC");
        };
    }

    private void requireThatKeyFits() throws GeneralSecurityException {
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(TRIAL);
        var signed = signature.sign();
        signature.initVerify(chain.getFirst().getPublicKey());
        signature.update(TRIAL);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("it is not the key of the certificate");
        }
    }
}
