# shellcheck shell=bash
# What the operator sees: steps with their time, and failures that say what happened and what to do.

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
    bold=$'\e[1m' red=$'\e[31m' green=$'\e[32m' yellow=$'\e[33m' plain=$'\e[0m' live=yes
else
    bold='' red='' green='' yellow='' plain='' live=''
fi

say() { printf '%s\n' "$*"; }
title() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }
done_line() { printf '  %s✓%s %s\n' "$green" "$plain" "$*"; }
warn() { printf '  %s!%s %s\n' "$yellow" "$plain" "$*" >&2; }

# fail WHAT_HAPPENED [WHAT_TO_DO]
fail() {
    printf '\n%s✗ %s%s\n' "$red" "$1" "$plain" >&2
    [ -z "${2:-}" ] || printf '  → %s\n' "$2" >&2
    exit 1
}

last_lines() { # FILE
    [ -s "$1" ] || return 0
    say "  last lines of $1:" >&2
    tail -n 20 "$1" | sed 's/^/  | /' >&2
}

# progress TEXT SECONDS: one line that rewrites itself on a terminal; elsewhere a line every 15 seconds.
progress() {
    if [ -n "$live" ]; then
        printf '\r\e[K  … %s (%s s)' "$1" "$2"
    elif [ "$2" -gt 0 ] && [ $(($2 % 15)) -eq 0 ]; then
        printf '  … %s (%s s)\n' "$1" "$2"
    fi
}
progress_end() { [ -z "$live" ] || printf '\r\e[K'; }

# step "What is done" COMMAND…: runs it with its output in a log, shows the time it takes, and the log's end when it fails.
step() {
    local what=$1 log started child
    shift
    mkdir -p "$POSTERN_STATE/log"
    log="$POSTERN_STATE/log/$(printf '%s' "$what" | tr -cs 'a-zA-Z0-9' '-' | tr '[:upper:]' '[:lower:]').log"
    started=$SECONDS
    # In a process group of its own, so that an interruption ends all of it, grandchildren included.
    set -m
    "$@" >"$log" 2>&1 </dev/null &
    set +m
    child=$!
    step_child=$child
    while kill -0 "$child" 2>/dev/null; do
        progress "$what" $((SECONDS - started))
        sleep 1
    done
    progress_end
    if ! wait "$child"; then
        last_lines "$log"
        fail "$what did not work." "${step_hint:-The lines above say why. Mend that and run the same command again: what is done is kept.}"
    fi
    step_child=''
    done_line "$what ($((SECONDS - started)) s)"
}

# The step at work is ended with all its processes; what it did so far stays, and the next run goes on from there.
on_interrupt() {
    progress_end
    if [ -n "${step_child:-}" ]; then
        kill -TERM -- "-$step_child" 2>/dev/null || true
        wait "$step_child" 2>/dev/null || true
    fi
    printf '\n%sStopped.%s Nothing is lost: run the same command again and it goes on from here.\n' "$bold" "$plain" >&2
    exit 130
}
trap on_interrupt INT TERM
