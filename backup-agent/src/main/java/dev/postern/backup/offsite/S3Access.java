package dev.postern.backup.offsite;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes clients of a store that speaks S3. */
final class S3Access {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration ALL_TRIES = Duration.ofMinutes(30);
    private static final int CONNECTIONS = 16;

    private S3Access() {}

    static S3Client client(URI endpoint, String region, boolean pathStyle, Key key) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret())))
                // Stores other than AWS do not all know the checksums that the SDK would add unasked.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(SILENCE)
                        .maxConnections(CONNECTIONS))
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(ALL_TRIES))
                .build();
    }

    /** A key of the store. */
    record Key(String id, String secret) {

        /**
         * Reads two lines: the id and the secret.
         *
         * @throws IllegalArgumentException saying how the file should be
         */
        static Key parse(String text) {
            var lines = text.strip().lines().map(String::strip).toList();
            if (lines.size() != 2 || lines.stream().anyMatch(String::isEmpty)) {
                throw new IllegalArgumentException(
                        "A key of the store is two lines: the access key id, and the secret access key.");
            }
            return new Key(lines.get(0), lines.get(1));
        }

        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }
}
