# shellcheck shell=bash disable=SC2154
# What waits in Postfix's queue: why, since when, until when; and what an operator can do about it. mail-ingest notes who did so.

queue_command() {
    local command=${1:-list}
    [ $# -eq 0 ] || shift
    case $command in
        list) list_queue ;;
        retry | hold | release | delete) change_queue "$command" "$@" ;;
        *) fail "queue does not know \"$command\"." "It knows: list, retry ID, hold ID, release ID, delete ID." ;;
    esac
}

list_queue() {
    local messages
    ask mail-ingest GET queue '' 200 >/dev/null
    messages="$POSTERN_STATE/log/mail-ingest.json"
    [ "$(jq length "$messages")" != 0 ] || { say "Nothing waits."; return; }
    jq -r 'def at: if . then sub("T"; " ") | sub("(\\.\\d+)?Z$"; "") else "-" end;
        .[] | "\(.queueId)  \(.queueName)  since \(.arrivedAt | at)  next try \(.nextTry | at)  \(.sizeBytes) bytes",
        "  from <\(.sender)>",
        (.recipients[] | "  to <\(.address)>\(if .reason != "" then ": " + .reason else "" end)")' "$messages"
    say
    say "Times are UTC. ./postern queue retry|hold|release|delete ID"
}

change_queue() { # ACTION ID
    local action=$1 id=${2:-}
    [[ $id =~ ^[0-9A-Za-z]{6,20}$ ]] || fail "Which message?" "./postern queue lists them; then ./postern queue $action ID."
    [ "$(ask mail-ingest POST "queue/$id/$action" '' 204 404)" = 204 ] \
        || fail "There is no message $id in the queue." "It may have gone meanwhile: ./postern queue lists what waits."
    done_line "$action $id"
}
