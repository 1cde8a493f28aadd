# shellcheck shell=bash disable=SC2154
# Starting, watching and stopping the containers.

compose() {
    local file files=(-f "$postern_root/infra/compose.yaml")
    for file in $POSTERN_OVERLAYS; do files+=(-f "$file"); done
    # A container keeps the file that it was started with, also when another has taken its place: labels with these make it anew.
    POSTERN_CERTIFICATE=$(digest_of tls/server.crt) POSTERN_INGEST_KEYS=$(digest_of secrets/ingest_keys) \
        POSTERN_RELAYS=$(digest_of_relays) POSTERN_SUBMISSION_SIZE=$(submission_size) \
        docker compose --project-directory "$postern_root/infra" "${files[@]}" "$@"
}
digest_of() { [ ! -s "$POSTERN_STATE/$1" ] || sha256sum <"$POSTERN_STATE/$1" | cut -c1-16; }
compose_all() { compose --profile '*' "$@"; }

profiles() { [ ! -s "$POSTERN_STATE/secrets/tunnel_token" ] || printf -- '--profile tunnel'; }

# name|variable of every port that the platform listens on
port_table() {
    settings_table | awk -F'|' '$1 ~ /_PORT$/ && $1 != "POSTERN_EDGE_PORT" { print $1 }'
}

need_free_ports() {
    local variable port listener holder ours
    ours=$(compose ps -q 2>/dev/null | wc -l)
    [ "$ours" -eq 0 ] || return 0
    while read -r variable; do
        port=${!variable}
        listener=$(ss -Hltnp "sport = :$port")
        [ -n "$listener" ] || continue
        holder=$(docker ps --filter "publish=$port" --format 'container {{.Names}}' 2>/dev/null | head -n 1)
        [ -n "$holder" ] || holder=$(sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1 (pid \2)/p' <<<"$listener" | head -n 1)
        fail "Port $port ($variable) is in use by ${holder:-another process}." \
            "Stop that one, or give Postern another port: set $variable in $POSTERN_STATE/postern.env, then run this again."
    done < <(port_table)
}

start_all() {
    title "Starting"
    need_free_ports
    # shellcheck disable=SC2046
    step "Starting the containers" compose $(profiles) up -d --remove-orphans --no-build
    wait_until_healthy "${POSTERN_WAIT:-300}"
}

# One line a component: name, state, health.
component_states() {
    compose ps -a --format json | jq -rs 'flatten | .[] | [.Service, .State, (.Health // "")] | @tsv' | sort
}

wait_until_healthy() { # SECONDS
    local waited=0 states pending
    while :; do
        states=$(component_states)
        pending=$(awk -F'\t' '$2 != "running" || ($3 != "" && $3 != "healthy") { printf "%s%s", sep, $1; sep = ", " }' <<<"$states")
        [ -n "$pending" ] || break
        if [ "$waited" -ge "$1" ]; then
            progress_end
            explain_unhealthy "${pending%%,*}" "$pending"
        fi
        progress "Waiting for $pending" "$waited"
        sleep 1
        waited=$((waited + 1))
    done
    progress_end
    done_line "All components are healthy ($waited s)"
}

explain_unhealthy() { # FIRST ALL
    say "  last lines of $1:" >&2
    compose logs --no-color --no-log-prefix --tail 15 "$1" 2>&1 | sed 's/^/  | /' >&2
    say "  its health check says: $(health_output "$1")" >&2
    fail "Not healthy after the time allowed: $2." \
        "The lines above are ${1}'s own. Mend the cause and run ./postern up again; ./postern logs $1 shows more."
}

health_output() { # COMPONENT
    docker inspect --format '{{if .State.Health}}{{range .State.Health.Log}}{{.Output}}{{println}}{{end}}{{end}}' \
        "$(compose ps -aq "$1")" 2>/dev/null | grep -v '^$' | tail -n 1 | cut -c1-300
}

# component:Debian package that carries its version
versions_table='mariadb:mariadb-server-core valkey:valkey-server unbound:unbound clamav:clamav-daemon rspamd:rspamd dovecot:dovecot-core
postfix:postfix postsrsd:postsrsd roundcube:roundcube-core nginx:nginx'

component_version() { # COMPONENT
    local pair
    if is_service "$1"; then
        sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$postern_root/$1/pom.xml" | head -n 1
        return
    fi
    for pair in $versions_table; do
        [ "${pair%%:*}" = "$1" ] || continue
        # shellcheck disable=SC2016
        compose exec -T "$1" dpkg-query -W -f '${Version}' "${pair#*:}" 2>/dev/null </dev/null | sed 's/^[0-9]*://; s/[-+].*//'
        return
    done
}

show_status() {
    local service state health memory usage worst=0 mark
    need_running_engine
    [ -n "$(compose ps -aq)" ] || fail "Nothing is running." "./postern up starts it."
    usage=$(docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' 2>/dev/null | sed 's/ \/ .*//')
    printf '%-14s %-10s %-10s %-16s %s\n' COMPONENT STATE HEALTH VERSION MEMORY
    while IFS=$'\t' read -r service state health; do
        mark=$green
        if [ "$state" != running ] || { [ -n "$health" ] && [ "$health" != healthy ]; }; then
            mark=$red worst=1
        fi
        memory=$(awk -v name="$POSTERN_PROJECT-$service-1" '$1 == name { print $2 }' <<<"$usage")
        printf '%-14s %s%-10s %-10s%s %-16s %s\n' "$service" "$mark" "$state" "${health:--}" "$plain" \
            "$([ "$state" != running ] || component_version "$service")" "${memory:--}"
    done < <(component_states)
    show_virus_signatures || worst=1
    show_dkim_keys || worst=1
    return "$worst"
}

show_virus_signatures() {
    local line
    line=$(compose exec -T clamav clamav-state 2>/dev/null) || true
    case $line in
        ok*) say && say "Virus signatures: ${line#ok }" ;;
        '') say && say "${red}Virus signatures: unknown, ClamAV does not answer. Mail is answered with a temporary failure.$plain" && return 1 ;;
        *) say && say "${red}Virus signatures: ${line#* }$plain" && return 1 ;;
    esac
}

need_running_engine() {
    docker version >/dev/null 2>&1 || fail "The Docker engine is not running." "./postern up starts it."
}

stop_all() {
    need_running_engine
    case ${1:-} in
        '') step "Stopping the containers (data stays)" compose_all down --remove-orphans ;;
        --delete-data) delete_data ;;
        *) fail "down does not know \"$1\"; nothing was stopped." "The one option is --delete-data." ;;
    esac
}

delete_data() {
    local answer=${POSTERN_CONFIRM:-} directory
    if [ -t 0 ]; then
        printf 'This deletes all mail, databases, keys and passwords of project "%s". Type delete to go on: ' "$POSTERN_PROJECT"
        read -r answer
    fi
    [ "$answer" = delete ] || fail "Nothing was deleted." "Type the word delete when asked (a script sets POSTERN_CONFIRM=delete)."
    step "Stopping and deleting all data" compose_all down -v --remove-orphans
    rm -rf "$POSTERN_STATE"
    for directory in "$POSTERN_MAIL_DIR" "$POSTERN_DB_DIR" "$POSTERN_BACKUP_DIR"; do
        [ -z "$directory" ] || warn "$directory is a directory of yours and was left alone."
    done
}
