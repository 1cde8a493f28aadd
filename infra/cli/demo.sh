# shellcheck shell=bash disable=SC2154,SC2034
# The demo domain, a message all the way from the Email Worker to the mailbox, and where to find everything.

demo_domain=demo.example
demo_mailboxes=("alice@$demo_domain" "bob@$demo_domain")

# request SERVICE METHOD PATH [JSON]: prints the status code; the answer's body lies in $POSTERN_STATE/log/SERVICE.json
request() {
    local -A port=([admin-api]=$POSTERN_ADMIN_PORT [dkim-tools]=$POSTERN_DKIM_PORT [mail-ingest]=$POSTERN_INGEST_DASHBOARD_PORT)
    curl -sS --max-time 60 --cacert "$POSTERN_STATE/tls/ca.crt" -K - -X "$2" -o "$POSTERN_STATE/log/$1.json" -w '%{http_code}' \
        -H 'Content-Type: application/json' ${4:+--data-binary @<(printf '%s' "$4")} \
        "https://$POSTERN_VPN_ADDRESS:${port[$1]}/api/v1/$3" \
        <<<"header = \"Authorization: Bearer $(cat "$POSTERN_STATE/secrets/admin_token")\""
}

# ask SERVICE METHOD PATH JSON EXPECTED…: fails with what the service said unless it answered one of the expected codes; prints the code.
ask() {
    local status
    status=$(request "$1" "$2" "$3" "$4") || status='nothing'
    [[ " ${*:5} " == *" $status "* ]] || fail "$1 answered $status to $2 $3: $(cat "$POSTERN_STATE/log/$1.json")" \
        "./postern logs $1 says more."
    printf '%s' "$status"
}

create() { ask admin-api POST "$1" "$2" 201 409 >/dev/null; } # COLLECTION JSON; 409 = there already

make_demo() {
    local address password file status known
    create domains "$(jq -cn --arg name "$demo_domain" '{name: $name}')"
    for address in "${demo_mailboxes[@]}"; do
        file="$POSTERN_STATE/mailboxes/$address" known=yes
        [ -s "$file" ] || { known='' && (umask 077 && openssl rand -hex 12 >"$file"); }
        password=$(jq -Rc '{password: .}' "$file")
        status=$(ask admin-api POST mailboxes "$(jq -c --arg address "$address" '. + {address: $address}' <<<"$password")" 201 409)
        # A mailbox of an earlier state directory: its password is the one in the file from now on.
        [ "$status" = 201 ] || [ -n "$known" ] || ask admin-api PATCH "mailboxes/$address" "$password" 200 >/dev/null
    done
    make_keys "$demo_domain"
}

make_keys() { # DOMAIN: a first pair of DKIM keys, which is active at once; a domain that has one keeps it
    local status
    status=$(ask dkim-tools GET "keys/$1" '' 200 404)
    [ "$status" = 200 ] || ask dkim-tools POST keys "$(jq -cn --arg domain "$1" '{domain: $domain}')" 201 >/dev/null
}

# Which domains send unsigned mail, in red.
show_dkim_keys() {
    local without
    if ! without=$(domains_without_keys); then
        say "${red}DKIM keys: unknown, admin-api or dkim-tools does not answer.$plain"
        return 1
    fi
    [ -n "$without" ] || { say "DKIM keys: every domain has some"; return; }
    say "${red}DKIM keys: none for ${without//$'\n'/, }. What is sent from there is not signed; dkim-tools/README.md says how to make keys.$plain"
    return 1
}

domains_without_keys() {
    local page=0 all='' found
    while :; do
        [ "$(request admin-api GET "domains?size=500&page=$page" 2>/dev/null)" = 200 ] || return 1
        found=$(jq -r '.items[] | select(.enabled).name' "$POSTERN_STATE/log/admin-api.json")
        all+=$found$'\n'
        page=$((page + 1))
        [ "$(jq ".total > $page * 500" "$POSTERN_STATE/log/admin-api.json")" = true ] || break
    done
    [ "$(request dkim-tools GET keys 2>/dev/null)" = 200 ] || return 1
    comm -23 <(sed '/^$/d' <<<"$all" | sort) <(jq -r '.domains[].domain' "$POSTERN_STATE/log/dkim-tools.json" | sort)
}

# send_test [RECIPIENT]: through the real Worker in workerd, then read back over IMAPS.
send_test() {
    local recipient=${1:-${demo_mailboxes[0]}} subject result waited=0 found
    subject="Postern test $(openssl rand -hex 6)"
    step_hint="Above is the platform's answer to $recipient: 5xx refuses the message for good, 4xx wants it again later." \
        step "Sending a message through the Email Worker" deliver_test "$recipient" "$subject"
    [ -s "$POSTERN_STATE/mailboxes/$recipient" ] || { say "  Accepted. $recipient is not a demo mailbox, so look there yourself: \"$subject\""; return; }
    until found=$(find_in_mailbox "$recipient" "$subject") && [ -n "$found" ]; do
        [ "$waited" -lt 30 ] || fail "The message was accepted but is not in ${recipient}'s mailbox after 30 s." "./postern logs postfix and ./postern logs dovecot tell where it is."
        progress "Looking for it over IMAPS" "$waited"
        sleep 1
        waited=$((waited + 1))
    done
    progress_end
    done_line "It arrived in $recipient, read over IMAPS:"
    imap "$recipient" "INBOX;MAILINDEX=$found;SECTION=HEADER.FIELDS%20(Received%20Subject%20From%20X-Postern-Trace-Id)" \
        | tr -d '\r' | sed '/^$/d; s/^/      /' | cut -c1-130
}

deliver_test() { # RECIPIENT SUBJECT
    test_message "$1" "$2" | compose --profile edge run --rm -T --no-deps edge send --from postmaster@sender.example --to "$1"
}

test_message() {
    cat <<MESSAGE | sed 's/$/\r/'
From: Postern <postmaster@sender.example>
To: <$1>
Subject: $2
Date: $(date -R)
Message-ID: <$(openssl rand -hex 12)@sender.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

This message came the whole way: Email Worker, mail-ingest, Postfix, Rspamd, ClamAV, Dovecot.
No inbound port was open.
MESSAGE
}

imap() { # ADDRESS PATH [CURL ARGUMENTS…]
    curl -sS --max-time 20 --cacert "$POSTERN_STATE/tls/ca.crt" -K <(login_of "$1") "${@:3}" \
        "imaps://$POSTERN_VPN_ADDRESS:$POSTERN_IMAPS_PORT/$2"
}

# For curl, which reads it from a file: a password is no argument.
login_of() { printf 'user = "%s:%s"\n' "$1" "$(cat "$POSTERN_STATE/mailboxes/$1")"; } # ADDRESS

find_in_mailbox() { # ADDRESS SUBJECT: prints the last matching sequence number
    imap "$1" INBOX -X "SEARCH SUBJECT \"$2\"" 2>/dev/null | tr -d '\r' | awk '/^\* SEARCH/ { print $NF }' | grep -E '^[0-9]+$'
}

info_json() {
    local pages="https://$POSTERN_VPN_ADDRESS" address mailboxes=()
    for address in "${demo_mailboxes[@]}"; do
        [ ! -s "$POSTERN_STATE/mailboxes/$address" ] || mailboxes+=("$address" "$POSTERN_STATE/mailboxes/$address")
    done
    jq -n --arg host "$POSTERN_VPN_ADDRESS" --arg pages "$pages" --arg state "$POSTERN_STATE" \
        --arg key_id "$(cut -d ' ' -f 1 "$POSTERN_STATE/secrets/ingest_keys" | head -n 1)" '
        def at($port): {host: $host, port: ($port | tonumber)};
        def page($port): "\($pages):\($port)/";
        {
            ingest: {url: "http://127.0.0.1:\(env.POSTERN_INGEST_PORT)", keyId: $key_id, keyFile: "\($state)/secrets/ingest_keys"},
            imap: at(env.POSTERN_IMAPS_PORT),
            pop3: at(env.POSTERN_POP3S_PORT),
            submission: at(env.POSTERN_SUBMISSIONS_PORT),
            webmail: {url: page(env.POSTERN_WEBMAIL_PORT)},
            dashboards: {
                "admin-api": page(env.POSTERN_ADMIN_PORT), "mail-ingest": page(env.POSTERN_INGEST_DASHBOARD_PORT),
                "backup-agent": page(env.POSTERN_BACKUP_PORT), "dkim-tools": page(env.POSTERN_DKIM_PORT)
            },
            operator: {user: "operator", passwordFile: "\($state)/secrets/operator_password"},
            adminApi: {url: "\(page(env.POSTERN_ADMIN_PORT))api/v1", tokenFile: "\($state)/secrets/admin_token"},
            caFile: "\($state)/tls/ca.crt",
            mailboxes: [$ARGS.positional | _nwise(2) | {address: .[0], passwordFile: .[1]}]
        }' --args "${mailboxes[@]}"
}

show_info() {
    if [ "${1:-}" = --json ]; then
        info_json
        return
    fi
    info_json | jq -r '
        "Webmail          \(.webmail.url)",
        "Mail-ingest      \(.dashboards["mail-ingest"])",
        "Admin            \(.dashboards["admin-api"])",
        "Storage          \(.dashboards["backup-agent"])",
        "DKIM keys        \(.dashboards["dkim-tools"])",
        "                 sign in as \(.operator.user), password in \(.operator.passwordFile)",
        "Admin API        \(.adminApi.url) (token in \(.adminApi.tokenFile))",
        "IMAP             \(.imap.host):\(.imap.port) TLS",
        "POP3             \(.pop3.host):\(.pop3.port) TLS",
        "Submission       \(.submission.host):\(.submission.port) TLS",
        "Ingest           \(.ingest.url)/v1/messages (key \(.ingest.keyId) in \(.ingest.keyFile))",
        "Local CA         \(.caFile) (import it into your browser and mail program)",
        (.mailboxes[] | "Mailbox          \(.address), password in \(.passwordFile)")'
}
