package dev.postern.backup.offsite;

/**
 * The policies that each key of the off-site copy needs, and nothing more, in the language of AWS IAM. Stores that speak
 * S3 but have no IAM have something like it under another name.
 *
 * <p>No key can delete a version, shorten a lock, or change the bucket; the lock does not depend on that, it only makes
 * noise rarer.
 */
final class Access {

    private final String bucket;

    Access(String bucket) {
        this.bucket = bucket;
    }

    /** For restic: reads and adds; removes nothing but its own lock files, of which the versions stay. */
    String ofWriter() {
        return """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "ReadAndAdd",
                      "Effect": "Allow",
                      "Action": ["s3:GetObject", "s3:PutObject"],
                      "Resource": "arn:aws:s3:::%1$s/*"
                    },
                    {
                      "Sid": "List",
                      "Effect": "Allow",
                      "Action": ["s3:ListBucket", "s3:GetBucketLocation"],
                      "Resource": "arn:aws:s3:::%1$s"
                    },
                    {
                      "Sid": "MarkAsGone",
                      "Effect": "Allow",
                      "Action": "s3:DeleteObject",
                      "Resource": "arn:aws:s3:::%1$s/*"
                    },
                    %2$s
                  ]
                }
                """.formatted(bucket, denials("s3:PutObjectRetention", "s3:PutObjectLegalHold"));
    }

    /** For the renewal of locks and the daily proof: sees versions, and makes locks longer. */
    String ofRenewer() {
        return """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "SeeVersions",
                      "Effect": "Allow",
                      "Action": [
                        "s3:ListBucketVersions", "s3:ListBucket", "s3:GetBucketLocation", "s3:GetBucketVersioning",
                        "s3:GetBucketObjectLockConfiguration", "s3:GetLifecycleConfiguration", "s3:GetBucketPolicy",
                        "s3:GetEncryptionConfiguration", "s3:GetBucketPublicAccessBlock"
                      ],
                      "Resource": "arn:aws:s3:::%1$s"
                    },
                    {
                      "Sid": "MakeLocksLonger",
                      "Effect": "Allow",
                      "Action": [
                        "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectRetention", "s3:PutObjectRetention"
                      ],
                      "Resource": "arn:aws:s3:::%1$s/*"
                    },
                    {
                      "Sid": "WriteTheCanary",
                      "Effect": "Allow",
                      "Action": "s3:PutObject",
                      "Resource": "arn:aws:s3:::%1$s/%3$s*"
                    },
                    %2$s
                  ]
                }
                """.formatted(bucket, denials("s3:PutObjectLegalHold"), Canary.PREFIX);
    }

    /** For a restore: reads every version. */
    String ofReader() {
        return """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "ReadEveryVersion",
                      "Effect": "Allow",
                      "Action": ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectRetention"],
                      "Resource": "arn:aws:s3:::%1$s/*"
                    },
                    {
                      "Sid": "List",
                      "Effect": "Allow",
                      "Action": ["s3:ListBucket", "s3:ListBucketVersions", "s3:GetBucketLocation"],
                      "Resource": "arn:aws:s3:::%1$s"
                    }
                  ]
                }
                """.formatted(bucket);
    }

    /** For the bucket itself: nobody speaks to it without TLS. */
    String ofBucket() {
        return """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "PosternTlsOnly",
                      "Effect": "Deny",
                      "Principal": "*",
                      "Action": "s3:*",
                      "Resource": ["arn:aws:s3:::%1$s", "arn:aws:s3:::%1$s/*"],
                      "Condition": {"Bool": {"aws:SecureTransport": "false"}}
                    }
                  ]
                }
                """.formatted(bucket);
    }

    private String denials(String... more) {
        var actions = new StringBuilder("\"s3:DeleteObjectVersion\", \"s3:BypassGovernanceRetention\"");
        for (var action : more) {
            actions.append(", \"").append(action).append('"');
        }
        return """
                {
                      "Sid": "NeverErase",
                      "Effect": "Deny",
                      "Action": [%1$s],
                      "Resource": "arn:aws:s3:::%2$s/*"
                    },
                    {
                      "Sid": "NeverChangeTheBucket",
                      "Effect": "Deny",
                      "Action": [
                        "s3:PutBucketVersioning", "s3:PutBucketObjectLockConfiguration", "s3:PutLifecycleConfiguration",
                        "s3:PutBucketPolicy", "s3:DeleteBucketPolicy", "s3:DeleteBucket", "s3:PutBucketAcl",
                        "s3:PutObjectAcl", "s3:PutBucketPublicAccessBlock", "s3:PutEncryptionConfiguration"
                      ],
                      "Resource": ["arn:aws:s3:::%2$s", "arn:aws:s3:::%2$s/*"]
                    }""".formatted(actions, bucket);
    }
}
