package dev.postern.admin.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;

/** What a device makes of a signed profile that trusts an authority. */
final class SignedProfile {

    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";

    private SignedProfile() {}

    /** Verifies the signature and that the certificate inside leads to the authority; hands back the content. */
    static byte[] verified(byte[] signed, X509Certificate authority) throws Exception {
        var data = new CMSSignedData(signed);
        var signer = data.getSignerInfos().iterator().next();
        @SuppressWarnings("unchecked")
        var holder = (X509CertificateHolder)
                data.getCertificates().getMatches(signer.getSID()).iterator().next();
        var certificate = new JcaX509CertificateConverter().getCertificate(holder);

        assertThat(data.getSignerInfos()).hasSize(1);
        assertThat(signer.getDigestAlgOID()).isEqualTo(SHA_256);
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate)))
                .isTrue();
        assertThat(data.getCertificates().getMatches(null)).hasSize(2);
        validate(certificate, authority);
        return (byte[]) data.getSignedContent().getContent();
    }

    private static void validate(X509Certificate certificate, X509Certificate authority) throws Exception {
        var trust = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        trust.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), trust);
    }
}
