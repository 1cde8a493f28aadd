package dev.postern.admin.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** A device with one passkey (ES256, attestation "none"), and the browser that asks it. */
public final class SoftwareAuthenticator {

    private static final int USER_PRESENT = 1;
    private static final int USER_VERIFIED = 4;
    private static final int CREDENTIAL_INCLUDED = 64;

    private final byte[] id = random(32);
    private final KeyPair keys = newKeys();
    private final String origin;
    private boolean verifies = true;
    private int count;

    /** @param origin of the page that the browser shows */
    public SoftwareAuthenticator(String origin) {
        this.origin = origin;
    }

    /** Asks no more for finger or PIN. */
    public SoftwareAuthenticator withoutVerification() {
        verifies = false;
        return this;
    }

    /** As if it had made so many signatures. */
    public SoftwareAuthenticator withCount(int signatures) {
        count = signatures;
        return this;
    }

    public String id() {
        return base64(id);
    }

    /** What {@code navigator.credentials.create()} gives for these options. */
    public String create(String options) {
        var asked = JsonMapper.shared().readTree(options);
        var authenticatorData = bytes(
                authenticatorData(asked.path("rp").path("id").asString(), CREDENTIAL_INCLUDED),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) id.length).array(),
                id,
                publicKey());
        var attestation = new LinkedHashMap<String, Object>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", authenticatorData);
        return credential(Map.of(
                "attestationObject", base64(new CBORMapper().writeValueAsBytes(attestation)),
                "clientDataJSON", base64(clientData("webauthn.create", asked)),
                "transports", new String[] {"internal"}));
    }

    /** What {@code navigator.credentials.get()} gives for these options. */
    public String get(String options) {
        var asked = JsonMapper.shared().readTree(options);
        var authenticatorData = authenticatorData(asked.path("rpId").asString(), 0);
        var clientData = clientData("webauthn.get", asked);
        return credential(Map.of(
                "authenticatorData", base64(authenticatorData),
                "clientDataJSON", base64(clientData),
                "signature",
                        base64(sign(
                                bytes(authenticatorData, Sha256.of(clientData).bytes())))));
    }

    private String credential(Map<String, Object> response) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "id",
                        id(),
                        "rawId",
                        id(),
                        "type",
                        "public-key",
                        "authenticatorAttachment",
                        "platform",
                        "clientExtensionResults",
                        Map.of(),
                        "response",
                        response));
    }

    private byte[] clientData(String type, JsonNode asked) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "type",
                        type,
                        "challenge",
                        asked.path("challenge").asString(),
                        "origin",
                        origin,
                        "crossOrigin",
                        false))
                .getBytes(UTF_8);
    }

    private byte[] authenticatorData(String relyingParty, int flags) {
        count++;
        return bytes(
                Sha256.of(relyingParty.getBytes(UTF_8)).bytes(),
                new byte[] {(byte) (flags | USER_PRESENT | (verifies ? USER_VERIFIED : 0))},
                ByteBuffer.allocate(4).putInt(count).array());
    }

    /** A COSE key (RFC 9053 §7.1.1): EC2, ES256, P-256. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var key = new LinkedHashMap<Integer, Object>();
        key.put(1, 2);
        key.put(3, -7);
        key.put(-1, 1);
        key.put(-2, fixed(point.getAffineX()));
        key.put(-3, fixed(point.getAffineY()));
        return new CBORMapper().writeValueAsBytes(key);
    }

    private static byte[] fixed(BigInteger number) {
        var bytes = number.toByteArray();
        var exact = new byte[32];
        var length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, exact, 32 - length, length);
        return exact;
    }

    private byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
