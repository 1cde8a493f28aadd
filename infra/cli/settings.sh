# shellcheck shell=bash disable=SC2154,SC2034
# The platform's settings, secrets and local certificate authority: made once, below $POSTERN_STATE, and then left alone.

: "${POSTERN_STATE:=$postern_root/state}"
mkdir -p "$POSTERN_STATE/log"
chmod 0700 "$POSTERN_STATE"
POSTERN_STATE=$(cd "$POSTERN_STATE" && pwd)
export POSTERN_STATE

# name|default|what it is. A value in the environment of the first `up` becomes the setting; afterwards the file decides.
settings_table() {
    cat <<'TABLE'
POSTERN_PROJECT|postern|name of the Compose project: two platforms on one machine need two names and other ports
POSTERN_HOSTNAME|mail.postern.internal|name this machine gives itself towards other mail servers and in certificates
POSTERN_VPN_ADDRESS|127.0.0.1|address that IMAP, POP3, submission and the web pages listen on: loopback, or this machine's VPN address
POSTERN_DASHBOARD_HOST||name under which browsers reach the pages at that address, like postern.lan; empty = the address itself. Passkeys need a name
POSTERN_INGEST_PORT|8025|mail-ingest's API, always on 127.0.0.1
POSTERN_EDGE_PORT|8787|the Email Worker in workerd, always on 127.0.0.1; only runs in demonstrations and tests
POSTERN_WEBMAIL_PORT|8443|webmail
POSTERN_ADMIN_PORT|8444|admin-api
POSTERN_INGEST_DASHBOARD_PORT|8445|mail-ingest's dashboard
POSTERN_BACKUP_PORT|8446|backup-agent
POSTERN_DKIM_PORT|8447|dkim-tools
POSTERN_IMAPS_PORT|993|IMAP over TLS
POSTERN_POP3S_PORT|995|POP3 over TLS
POSTERN_SIEVE_PORT|4190|ManageSieve
POSTERN_SUBMISSIONS_PORT|465|submission over TLS
POSTERN_SUBMISSION_PORT|587|submission with STARTTLS
POSTERN_OPERATOR_ADDRESS||address that alerts are mailed to; empty = alerts are on mail-ingest's first page alone
POSTERN_SRS_DOMAIN||one of your domains, under which mail is forwarded to other servers (SRS); empty = nothing is forwarded
POSTERN_MIGRATE_FROM_OWN_NETWORKS||yes = mail may move in from servers in the platform's own Docker networks; only while an old server runs there
POSTERN_MAIL_DIR||directory for the mail; empty = Docker volume
POSTERN_DB_DIR||directory for MariaDB; empty = Docker volume
POSTERN_BACKUP_DIR||directory that is to hold backups, best on another disk; empty = Docker volume
POSTERN_VIRUS_SIGNATURES||official = nothing is delivered until ClamAV has its signatures; test = deliver with the built-in test signature alone, and say so
POSTERN_UNBOUND_ZONES||test = DNS answers from the test zones only
POSTERN_OVERLAYS||more Compose files of your own, laid over infra/compose.yaml
POSTERN_DNS_FORWARD||addresses of DNS resolvers to ask instead of the root servers
TABLE
}

load_settings() {
    local file="$POSTERN_STATE/postern.env" name default text
    if [ ! -s "$file" ]; then
        [ -n "${POSTERN_VIRUS_SIGNATURES:-}" ] || POSTERN_VIRUS_SIGNATURES=$(choose_signatures)
        {
            say "# Settings of this Postern. Change a value, then run ./postern up again."
            settings_table | while IFS='|' read -r name default text; do
                printf '\n# %s\n%s=%q\n' "$text" "$name" "${!name:-$default}"
            done
        } >"$file.new"
        mv "$file.new" "$file"
    fi
    set -a
    # shellcheck disable=SC1090
    . "$file"
    # Settings that a newer version knows and the file does not yet.
    while IFS='|' read -r name default text; do
        [ -n "${!name+set}" ] || printf -v "$name" '%s' "$default"
    done < <(settings_table)
    POSTERN_VERSION=dev
    set +a
}

# Where ClamAV's servers cannot be reached, a first try of the platform must still be possible; its status then says so in red.
choose_signatures() {
    if curl -sS --max-time 8 -o /dev/null https://database.clamav.net 2>/dev/null; then echo official; else echo test; fi
}

# In a subshell: the umask is for secrets alone.
make_secrets() (
    umask 077
    mkdir -p "$POSTERN_STATE/secrets/relays" "$POSTERN_STATE/relays" "$POSTERN_STATE/tls" "$POSTERN_STATE/mailboxes"
    local name
    for name in db_admin_password db_admin_schema_password db_ingest_password db_dkim_password db_postfix_password \
        db_dovecot_password db_roundcube_password rspamd_password admin_token operator_password audit_key mail_store_key; do
        make_secret "$name" openssl rand -hex 24
    done
    make_secret roundcube_key openssl rand -hex 12
    make_secret srs_secret openssl rand -hex 24
    make_secret ingest_delivery_key openssl rand -base64 32
    make_secret credential_key openssl rand -base64 32
    make_secret ingest_keys new_ingest_key
    make_secret tunnel_token printf '%s' "${POSTERN_TUNNEL_TOKEN:-}"
    make_certificates
    # The directory is closed to everyone else; the files are readable in the containers that mount them, whatever their user.
    find "$POSTERN_STATE/secrets" "$POSTERN_STATE/relays" "$POSTERN_STATE"/tls/*.crt -type f -exec chmod 0444 {} +
    chmod 0755 "$POSTERN_STATE/secrets/relays" "$POSTERN_STATE/relays"
)

make_secret() { # NAME COMMAND…
    local file="$POSTERN_STATE/secrets/$1"
    shift
    [ -e "$file" ] && return
    "$@" >"$file.new"
    mv "$file.new" "$file"
}

new_ingest_key() { printf 'k%s %s\n' "$(openssl rand -hex 4)" "$(openssl rand -base64 32)"; }

make_certificates() {
    local tls="$POSTERN_STATE/tls"
    if [ ! -s "$tls/ca.crt" ]; then
        openssl ecparam -name prime256v1 -genkey -noout -out "$tls/ca.key"
        openssl req -x509 -new -key "$tls/ca.key" -sha256 -days 3650 -out "$tls/ca.crt" \
            -subj "/O=Postern/CN=Postern local CA $(openssl rand -hex 4)" \
            -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" 2>/dev/null
    fi
    if certificate_fits; then return; fi
    openssl ecparam -name prime256v1 -genkey -noout -out "$POSTERN_STATE/secrets/tls_key.new"
    openssl req -new -key "$POSTERN_STATE/secrets/tls_key.new" -subj "/CN=$POSTERN_HOSTNAME" -out "$tls/server.csr" 2>/dev/null
    openssl x509 -req -in "$tls/server.csr" -CA "$tls/ca.crt" -CAkey "$tls/ca.key" -set_serial "0x$(openssl rand -hex 16)" \
        -sha256 -days 397 -out "$tls/server.crt.new" 2>/dev/null -extfile <(
            say "basicConstraints=CA:FALSE"
            say "keyUsage=critical,digitalSignature"
            say "extendedKeyUsage=serverAuth"
            say "subjectAltName=$(certificate_names)"
        )
    mv "$POSTERN_STATE/secrets/tls_key.new" "$POSTERN_STATE/secrets/tls_key"
    mv "$tls/server.crt.new" "$tls/server.crt"
    rm -f "$tls/server.csr"
}

certificate_names() {
    printf 'DNS:%s,DNS:localhost,DNS:dovecot,DNS:postfix,DNS:nginx,IP:127.0.0.1' "$POSTERN_HOSTNAME"
    [ "$POSTERN_VPN_ADDRESS" = 127.0.0.1 ] || printf ',IP:%s' "$POSTERN_VPN_ADDRESS"
    [ -z "$POSTERN_DASHBOARD_HOST" ] || printf ',DNS:%s' "$POSTERN_DASHBOARD_HOST"
}

# Good for another 30 days, and made for the present names and address.
certificate_fits() {
    local certificate="$POSTERN_STATE/tls/server.crt"
    [ -s "$certificate" ] && [ -s "$POSTERN_STATE/secrets/tls_key" ] \
        && openssl x509 -in "$certificate" -noout -checkend 2592000 >/dev/null \
        && openssl x509 -in "$certificate" -noout -checkip "$POSTERN_VPN_ADDRESS" | grep -q 'does match' \
        && openssl x509 -in "$certificate" -noout -checkhost "$POSTERN_HOSTNAME" | grep -q 'does match' \
        && openssl x509 -in "$certificate" -noout -checkhost "${POSTERN_DASHBOARD_HOST:-$POSTERN_HOSTNAME}" | grep -q 'does match'
}
