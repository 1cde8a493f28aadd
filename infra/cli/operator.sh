# shellcheck shell=bash disable=SC2154
# The operators: who there is, and a new password for who cannot sign in any more, whatever he has lost. Whoever may run this owns the
# machine; the audit log has it as the deed of the token in the secret file.

operator_command() {
    local command=${1:-list}
    [ $# -eq 0 ] || shift
    case $command in
        list) list_operators ;;
        reset) reset_operator "$@" ;;
        *) fail "operator does not know \"$command\"." "It knows: list, reset NAME." ;;
    esac
}

list_operators() {
    local page=0 answer="$POSTERN_STATE/log/admin-api.json"
    printf '%-24s %-22s %-12s %-16s %s\n' OPERATOR ROLE STATE "SECOND FACTOR" "LAST SIGN-IN"
    while :; do
        ask admin-api GET "operators?size=500&page=$page" '' 200 >/dev/null
        jq -r '.items[] | [.username, (.role | sub("_"; " ")), (if .enabled then "in use" else "out of use" end),
            (if .hasAuthenticatorApp or .passkeys > 0 then "set up" else "none" end),
            (if .lastSignInAt then .lastSignInAt | sub("T"; " ") | sub("(\\.\\d+)?Z$"; "") else "never" end)] | @tsv' "$answer" \
            | while IFS=$'\t' read -r name role state second last; do
                printf '%-24s %-22s %-12s %-16s %s\n' "$name" "$role" "$state" "$second" "$last"
            done
        page=$((page + 1))
        [ "$(jq --argjson page "$page" '.total > $page * .size' "$answer")" = true ] || break
    done
    say
    say "Times are UTC. ./postern operator reset NAME is for who cannot sign in any more."
}

reset_operator() { # NAME
    local name=${1:-} answer="$POSTERN_STATE/log/admin-api.json" status
    [[ $name =~ ^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$ ]] || fail "Which operator?" "./postern operator list names them; then ./postern operator reset NAME."
    status=$(ask admin-api POST "operators/$name/reset" '' 200 404)
    [ "$status" = 200 ] || fail "There is no operator $name." "./postern operator list names them."
    say "$name has a new password, shown this once:"
    say
    say "  $(jq -r .password "$answer")"
    say
    say "Authenticator app, passkeys and recovery codes of $name are removed, and all sessions have ended."
    [ "$(jq .operator.enabled "$answer")" = true ] || warn "$name is out of use, and cannot sign in until another owner changes that."
    rm -f "$answer"
}
