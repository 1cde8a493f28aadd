package dev.postern.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code ./postern info --json} tells a script. */
record Info(
        Ingest ingest,
        Endpoint imap,
        Endpoint pop3,
        Endpoint submission,
        Webmail webmail,
        Map<String, String> dashboards,
        Operator operator,
        Api adminApi,
        Path caFile,
        List<DemoMailbox> mailboxes) {

    record Ingest(String url, String keyId, Path keyFile) {}

    record Endpoint(String host, int port) {}

    record Webmail(String url) {}

    record Operator(String user, Path passwordFile) {}

    record Api(String url, Path tokenFile) {}

    record DemoMailbox(String address, Path passwordFile) {}
}
