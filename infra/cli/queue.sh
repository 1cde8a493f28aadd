# shellcheck shell=bash disable=SC2154
# What waits in Postfix's queue: why, since when, until when; and what an operator can do about it, noted in log/queue.log.

queue_command() {
    local command=${1:-list}
    [ $# -eq 0 ] || shift
    case $command in
        list) list_queue ;;
        retry) change_queue "$command" "postqueue -i" "$@" ;;
        hold) change_queue "$command" "postsuper -h" "$@" ;;
        release) change_queue "$command" "postsuper -H" "$@" ;;
        delete) change_queue "$command" "postsuper -d" "$@" ;;
        *) fail "queue does not know \"$command\"." "It knows: list, retry ID, hold ID, release ID, delete ID." ;;
    esac
}

in_postfix() { compose exec -T postfix "$@" </dev/null; }

# One JSON object a message, as Postfix gives them, with the time of the next try: the queue file's own time says that.
queued_messages() {
    local next
    # shellcheck disable=SC2016
    next=$(in_postfix find /var/spool/postfix/deferred -type f -printf '%f %T@\n' | jq -Rn '[inputs | split(" ") | {(.[0]): (.[1] | tonumber | floor)}] | add // {}')
    in_postfix postqueue -j | jq -c --argjson next "$next" '. + {next_try: $next[.queue_id]}'
}

list_queue() {
    local messages
    messages=$(queued_messages) || fail "The queue cannot be read." "./postern logs postfix says why."
    [ -n "$messages" ] || { say "Nothing waits."; return; }
    jq -r 'def at: if . then (. | strftime("%Y-%m-%d %H:%M:%S")) else "-" end;
        "\(.queue_id)  \(.queue_name)  since \(.arrival_time | at)  next try \(.next_try | at)  \(.message_size) bytes",
        "  from <\(.sender)>",
        (.recipients[] | "  to <\(.address)>\(if .delay_reason then ": " + .delay_reason else "" end)")' <<<"$messages"
    say
    say "Times are UTC. ./postern queue retry|hold|release|delete ID"
}

change_queue() { # WHAT COMMAND ID
    local id=${3:-} what=$1 command
    [[ $id =~ ^[0-9A-Za-z]{6,20}$ ]] || fail "Which message?" "./postern queue lists them; then ./postern queue $what ID."
    [ -n "$(queued_messages | jq -r --arg id "$id" 'select(.queue_id == $id).queue_id')" ] \
        || fail "There is no message $id in the queue." "It may have gone meanwhile: ./postern queue lists what waits."
    read -ra command <<<"$2"
    in_postfix "${command[@]}" "$id" || fail "Postfix did not do that to $id." "Its words are above."
    printf '%s %s %s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "${SUDO_USER:-$(id -un)}" "$what" "$id" >>"$POSTERN_STATE/log/queue.log"
    done_line "$what $id"
}
