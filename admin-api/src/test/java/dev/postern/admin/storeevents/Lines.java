package dev.postern.admin.storeevents;

/** Lines as Dovecot 2.4.1 writes them, less the fields that nobody reads. */
final class Lines {

    private Lines() {}

    static String decided(String user, String protocol, String from, String peer, String session, boolean letIn) {
        return """
                {"event":"auth_request_finished","start_time":"2026-11-25T13:24:42.482942Z",\
                "end_time":"2026-11-25T13:24:42.839182Z","fields":{"duration":356228,"mechanism":"PLAIN",\
                "protocol":"%s"%s,"local_ip":"192.168.112.3","remote_ip":"%s","real_remote_ip":"%s",\
                "original_user":"%s","user":"%s","translated_user":"%s"%s,"policy_result":"ok"}}""".formatted(
                        protocol, session(session), from, peer, user, user, user, letIn ? ",\"success\":\"yes\"" : "");
    }

    static String appPassword(String user, String id, String protocol, String from, String peer, String session) {
        return passdb(user, "/" + id, protocol, from, peer, session, "app", "ok");
    }

    static String nobodyCouldSay(String user, String protocol, String from, String peer, String session) {
        return passdb(user, "", protocol, from, peer, session, "sql", "internal_failure");
    }

    private static String passdb(
            String user,
            String behind,
            String protocol,
            String from,
            String peer,
            String session,
            String passdb,
            String result) {
        return """
                {"event":"auth_passdb_request_finished","start_time":"2026-11-25T13:24:42.680222Z",\
                "end_time":"2026-11-25T13:24:42.838958Z","fields":{"duration":158604,"protocol":"%s"%s,\
                "remote_ip":"%s","real_remote_ip":"%s","user":"%s","translated_user":"%s","result":"%s","passdb":"%s"}}""".formatted(protocol, session(session), from, peer, user + behind, user, result, passdb);
    }

    static String changed(String user) {
        return """
                {"event":"imap_command_finished","start_time":"2026-11-25T12:50:54.099735Z",\
                "end_time":"2026-11-25T12:50:54.102945Z","fields":{"user":"%s","cmd_name":"APPEND",\
                "tagged_reply_state":"OK"}}""".formatted(user);
    }

    private static String session(String session) {
        return session.isEmpty() ? "" : ",\"session\":\"%s\"".formatted(session);
    }
}
