# shellcheck shell=bash disable=SC2154
# The relays that mail leaves by: a file each in $POSTERN_STATE/relays, its password in $POSTERN_STATE/secrets/relays.

presets="$postern_root/infra/postfix/presets"

relay_command() {
    local command=${1:-list}
    [ $# -eq 0 ] || shift
    case $command in
        list) list_relays ;;
        presets) list_presets ;;
        set) set_relay "$@" ;;
        remove) remove_relay "$@" ;;
        check) need_running_engine && check_relay "$@" ;;
        *) fail "relay does not know \"$command\"." "It knows: list, presets, set NAME PRESET [USER], remove NAME, check [NAME] DOMAIN." ;;
    esac
}

relay_names() { find "$POSTERN_STATE/relays" -maxdepth 1 -name '*.conf' -printf '%f\n' 2>/dev/null | sed 's/\.conf$//' | sort; }
relay_value() { sed -n "s/^[[:space:]]*$2[[:space:]]*=[[:space:]]*//p" "$POSTERN_STATE/relays/$1.conf" | tail -n 1; }

# The largest message that every relay takes, for Postfix and Roundcube to say so at once.
submission_size() {
    local name size smallest=36700160
    while read -r name; do
        size=$(relay_value "$name" max-message-size)
        [[ ! $size =~ ^[0-9]+$ ]] || [ "$size" -ge "$smallest" ] || smallest=$size
    done < <(relay_names)
    printf '%s' "$smallest"
}

digest_of_relays() {
    [ -z "$(relay_names)" ] || cat "$POSTERN_STATE"/relays/* "$POSTERN_STATE"/secrets/relays/* 2>/dev/null | sha256sum | cut -c1-16
}

list_relays() {
    local name
    if [ -z "$(relay_names)" ]; then
        say "There is no relay: people can write to each other here, and to nobody outside."
        say "./postern relay set main PRESET makes one; ./postern relay presets lists what is known."
        return
    fi
    printf '%-16s %-44s %-9s %s\n' RELAY SERVER TLS FALLBACK
    while read -r name; do
        printf '%-16s %-44s %-9s %s\n' "$name" "$(relay_value "$name" host):$(relay_value "$name" port)" \
            "$(relay_value "$name" tls)" "$(relay_value "$name" fallback)"
    done < <(relay_names)
    say
    say "\"main\" is for every domain that has no other (PATCH /api/v1/domains/DOMAIN {\"relay\": \"NAME\"})."
    check_relay_settings
}

list_presets() {
    local file
    for file in "$presets"/*.conf; do
        say "$bold$(basename "$file" .conf)$plain"
        sed -n 's/^# /  /p' "$file"
    done
}

set_relay() { # NAME PRESET [USER]
    local name=${1:-} preset="$presets/${2:-}.conf" user=${3:-} password
    [ $# -ge 2 ] || fail "Which relay, and with whom?" "./postern relay set main PRESET [USER]; ./postern relay presets lists the presets."
    [[ $name =~ ^[a-z0-9][a-z0-9-]{0,30}$ ]] || fail "\"$name\" is no name for a relay." "Small letters, digits and hyphens; the first one is \"main\"."
    [ -r "$preset" ] || fail "There is no preset \"$2\"." "One of: $(basename -s .conf -a "$presets"/*.conf | paste -sd ' '). \"other\" is for any other SMTP relay."
    [ -n "$user" ] || user=$(sed -n 's/^user = //p' "$preset")
    [ -n "$user" ] || fail "$2 wants a user name." "./postern relay set $name $2 USER"
    [ ! -t 0 ] || printf 'Password or key of %s at %s: ' "$user" "$2" >&2
    read -rs password || true
    [ ! -t 0 ] || say >&2
    [ -n "$password" ] || fail "No password was given; nothing was changed." "Type it when asked, or give it on standard input."
    (
        umask 077
        mkdir -p "$POSTERN_STATE/relays" "$POSTERN_STATE/secrets/relays"
        sed "s/^user =.*/user = ${user//[\/&\\]/\\&}/" "$preset" >"$POSTERN_STATE/relays/$name.conf.new"
        printf '%s\n' "$password" >"$POSTERN_STATE/secrets/relays/$name.new"
        chmod 0444 "$POSTERN_STATE/secrets/relays/$name.new" "$POSTERN_STATE/relays/$name.conf.new"
        mv "$POSTERN_STATE/secrets/relays/$name.new" "$POSTERN_STATE/secrets/relays/$name"
        mv "$POSTERN_STATE/relays/$name.conf.new" "$POSTERN_STATE/relays/$name.conf"
    )
    done_line "$POSTERN_STATE/relays/$name.conf is there; what is special about yours can be changed in it"
    use_relays
}

remove_relay() { # NAME
    [ -e "$POSTERN_STATE/relays/${1:-}.conf" ] || fail "There is no relay \"${1:-}\"." "./postern relay lists them."
    rm -f "$POSTERN_STATE/relays/$1.conf" "$POSTERN_STATE/secrets/relays/$1"
    done_line "The relay $1 is removed"
    use_relays
}

# Takes changed settings into use where the platform runs; elsewhere the next `up` does.
use_relays() {
    if ! docker version >/dev/null 2>&1 || [ -z "$(compose ps -q postfix 2>/dev/null)" ]; then
        say "  ./postern up takes it into use."
        return
    fi
    check_relay_settings
    step "Taking it into use" compose up -d --no-build --no-deps postfix roundcube
}

check_relay_settings() {
    local problems
    [ -n "$(relay_names)" ] || return 0
    docker image inspect "postern/postfix:$POSTERN_VERSION" >/dev/null 2>&1 || return 0
    problems=$(compose run --rm -T --no-deps --entrypoint /usr/local/bin/relays postfix check 2>/dev/null) \
        || fail "${problems:-The settings of the relays cannot be read.}" "Mend it in $POSTERN_STATE/relays, then run this again. Until then nothing leaves by that relay."
}

# check_relay [NAME] DOMAIN: a message from DOMAIN to itself that goes out by the relay and comes in again by the front door.
check_relay() {
    local name=main domain address password marker result=0
    [ $# -lt 2 ] || { name=$1 && shift; }
    domain=${1:-}
    [ -n "$domain" ] || fail "Which domain is to send?" "./postern relay check [NAME] DOMAIN, with a domain whose MX leads here."
    [ -e "$POSTERN_STATE/relays/$name.conf" ] || fail "There is no relay \"$name\"." "./postern relay lists them."
    marker="relay-check-$(openssl rand -hex 8)"
    address="$marker@$domain"
    password="$POSTERN_STATE/mailboxes/$address"
    (umask 077 && openssl rand -hex 16 >"$password")
    create mailboxes "$(jq -Rc --arg address "$address" '{address: $address, password: .}' "$password")"
    run_relay_check "$name" "$address" "$marker" || result=$?
    ask admin-api DELETE "mailboxes/$address" '' 204 404 >/dev/null
    rm -f "$password"
    return "$result"
}

run_relay_check() { # NAME ADDRESS MARKER
    local found='' waited=0 headers date
    date=$(date -R)
    relay_check_message "$2" "$3" "$date" | curl -sS --max-time 60 --cacert "$POSTERN_STATE/tls/ca.crt" -K <(login_of "$2") \
        --mail-from "$2" --mail-rcpt "${2/@/=}@$1.relay-check.invalid" --upload-file - \
        "smtps://$POSTERN_VPN_ADDRESS:$POSTERN_SUBMISSIONS_PORT" || { say "${red}The message was not taken.$plain"; return 1; }
    done_line "Sent from $2 by the relay $1"
    until found=$(find_in_mailbox "$2" "$3") && [ -n "$found" ]; do
        if [ "$waited" -ge "${POSTERN_WAIT:-300}" ]; then
            progress_end
            say "${red}It has not come back after $waited s.$plain Either it still waits here (./postern compose exec postfix postqueue -p says why),"
            say "or the relay has it, or the MX of ${2#*@} does not lead here."
            return 1
        fi
        progress "Waiting until it comes back" "$waited"
        sleep 1
        waited=$((waited + 1))
    done
    progress_end
    done_line "It came back after $waited s"
    headers=$(imap "$2" "INBOX;MAILINDEX=$found;SECTION=HEADER" | tr -d '\r' | sed -e ':a;N;$!ba;s/\n[ \t]\+/ /g')
    judge_relay_check "$1" "${2#*@}" "$3" "$date" "$headers"
}

# What was sent as "HEADER: VALUE" came back so, or the relay's file says that it does not.
judge_header() { # NAME HEADER VALUE HEADERS MEANING
    local file="$POSTERN_STATE/relays/$1.conf" declared
    declared=$(relay_value "$1" replaces | tr ',' '\n' | tr -d '[:blank:]' | grep -ix "$2" || true)
    if grep -qixF "$2: $3" <<<"$4"; then
        done_line "Its $2 is the one it was sent with"
        [ -z "$declared" ] || say "    $file says that it is replaced; if that is never so, take it out of \"replaces\", and it is signed."
    elif [ -n "$declared" ]; then
        done_line "The relay replaced the $2, as $file says: it is not signed, and $5"
    else
        say "  ${red}✗ The relay replaced the $2: $5.$plain"
        say "    Put it into \"replaces\" in $file, or no DKIM signature of yours holds."
        return 1
    fi
}

judge_relay_check() { # NAME DOMAIN MARKER DATE HEADERS
    local wrong=0 results signatures
    judge_header "$1" Message-ID "<$3@$2>" "$5" "answers do not name the message that the sender kept" || wrong=1
    judge_header "$1" Date "$4" "$5" "who reads it sees the relay's time" || wrong=1
    # The first is ours.
    results=$(grep -i '^Authentication-Results:' <<<"$5" | head -n 1)
    signatures=$(grep -oiE 'dkim=[a-z]+[^;]*header\.d=[^ ;]+' <<<"$results" | grep -i "header.d=$2" || true)
    if [ -z "$signatures" ]; then
        say "  ${red}✗ There is no DKIM signature of $2 on it.$plain Are there keys? ./postern status says so." && wrong=1
    elif grep -qvi 'dkim=pass' <<<"$signatures"; then
        say "  ${red}✗ A DKIM signature of $2 does not hold: $signatures$plain" && wrong=1
        say "    Either the relay changed what was signed, or the DNS records are not there (dkim-tools shows them)."
    else
        done_line "$(wc -l <<<"$signatures") DKIM signature(s) of $2 hold"
    fi
    return "$wrong"
}

relay_check_message() { # ADDRESS MARKER DATE
    cat <<MESSAGE | sed 's/$/\r/'
From: <$1>
To: <$1>
Subject: $2
Date: $3
Message-ID: <$2@${1#*@}>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

This message went out by the relay and came in again. Grüße.
.
A line with a dot above, and two  spaces here.
MESSAGE
}
