# shellcheck shell=bash disable=SC2154,SC2034
# Tests and benchmarks. They run on a platform of their own, beside the real one: other project name, ports and state.

# other_platform NAME PORT_OFFSET: all that a second platform must not share with the real one.
other_platform() {
    export POSTERN_STATE="$postern_root/infra/acceptance/target/platform-$1" POSTERN_PROJECT="postern-$1"
    export POSTERN_VIRUS_SIGNATURES=test POSTERN_UNBOUND_ZONES=test POSTERN_VPN_ADDRESS=127.0.0.1 POSTERN_SRS_DOMAIN=test.example
    local variable
    while read -r variable; do
        export "$variable=$(($2 + $(default_of "$variable")))"
    done < <(settings_table | awk -F'|' '$1 ~ /_PORT$/ { print $1 }')
    unset POSTERN_MAIL_DIR POSTERN_DB_DIR POSTERN_BACKUP_DIR POSTERN_OVERLAYS
    mkdir -p "$POSTERN_STATE/log"
}
test_platform() {
    other_platform test 20000
    # The mail server that mail moves in from is a container beside it.
    export POSTERN_MIGRATE_FROM_OWN_NETWORKS=yes
}
default_of() { settings_table | awk -F'|' -v name="$1" '$1 == name { print $2 }'; }

# Testcontainers: its reaper image comes from a registry that may not be there; the leftovers are removed here instead.
testcontainers_settings() {
    export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_CHECKS_DISABLE=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
}
remove_test_containers() {
    docker ps -a --filter label=org.testcontainers=true --format '{{.ID}} {{.Image}}' | awk '$2 ~ /^postern\// { print $1 }' \
        | xargs -r docker rm -fv >/dev/null 2>&1 || true
    [ ! -s "$POSTERN_STATE/postern.env" ] || compose_all down -v --remove-orphans >/dev/null 2>&1 || true
}

prepare_tests() {
    need_docker
    need_space
    need_tools chromium:chromium shellcheck:shellcheck
    load_settings
    make_secrets
    maven_mounts=(-v /var/run/docker.sock:/var/run/docker.sock)
    local variable
    for variable in "${!TESTCONTAINERS_@}"; do maven_mounts+=(-e "$variable"); done
    need_jdk
    build_all
}

run_tests() {
    local result=0
    test_platform
    testcontainers_settings
    title "Preparing"
    prepare_tests
    trap 'remove_test_containers' EXIT
    step "Removing what an earlier run left" remove_test_containers
    title "Script"
    step "shellcheck" shellcheck -x "$postern_root/postern" "$postern_root"/infra/cli/*.sh
    title "Email Worker in workerd"
    step "Tests of the Worker" worker_tests
    grep -E '^# (tests|pass|fail)|^ℹ (tests|pass|fail)' "$POSTERN_STATE/log/tests-of-the-worker.log" || true
    title "All modules, and the whole platform"
    maven -B -ntp verify "$@" || result=$?
    return "$result"
}

worker_tests() { build_edge_stage test; }

build_edge_stage() { # STAGE [ARGUMENTS OF docker build…]
    local stage=$1 secrets=() bundle=/etc/ssl/certs/ca-certificates.crt
    shift
    [ ! -r "$bundle" ] || secrets=(--secret "id=ca-bundle,src=$bundle")
    DOCKER_BUILDKIT=1 docker build --progress plain "${secrets[@]}" --target "$stage" "$@" \
        -f "$postern_root/infra/edge/Dockerfile" "$postern_root/infra"
}

run_bench() {
    case ${1:-} in
        ingest)
            other_platform bench 30000
            export POSTERN_OVERLAYS="$postern_root/infra/bench/compose.yaml"
            bench_ingest
            ;;
        webmail)
            test_platform
            bench_with_tests WebmailBench
            ;;
        submit)
            test_platform
            bench_with_tests SubmitBench
            ;;
        admin)
            test_platform
            bench_with_tests AdminBench
            ;;
        edge-cpu) bench_edge_cpu ;;
        *)
            say "Benchmarks:"
            say "  ./postern bench ingest     messages a second through HTTP ingest beside direct SMTP into the same Postfix (about 12 minutes)"
            say "  ./postern bench webmail    how long a person waits for each page, in Chromium (about 3 minutes)"
            say "  ./postern bench submit     messages a second that people send, signed beside unsigned (about 3 minutes)"
            say "  ./postern bench admin      how long operators wait with 200 domains and 100,000 mailboxes, and for an import of 10,000 (about 8 minutes)"
            say "  ./postern bench edge-cpu   CPU time the Email Worker takes for a message, by size (about 3 minutes)"
            [ -z "${1:-}" ] || fail "There is no benchmark \"$1\"." "Take one of the above."
            ;;
    esac
}

# Measures from where a person sits, with what the tests are made of.
bench_with_tests() { # CLASS
    title "Preparing"
    prepare_tests
    trap remove_test_containers EXIT
    step "Compiling the benchmark" maven -B -ntp -q -pl infra/acceptance -am test-compile \
        dependency:build-classpath -Dmdep.outputFile=target/classpath
    title "Measuring"
    # shellcheck disable=SC2016
    with_jdk sh -c 'cd infra/acceptance && exec java -cp "target/test-classes:target/classes:$(cat target/classpath)" "$0"' \
        "dev.postern.acceptance.$1"
}

bench_edge_cpu() {
    need_docker
    step "Building the Worker" build_edge_stage bench -t "postern/edge-bench:dev"
    docker run --rm --network none "postern/edge-bench:dev" node bench/cpu.mjs
}

bench_ingest() {
    title "Preparing"
    need_docker
    need_space
    need_jdk
    load_settings
    make_secrets
    make_secret bench_password openssl rand -hex 12
    chmod 0444 "$POSTERN_STATE/secrets/bench_password"
    mkdir -p "$POSTERN_STATE/bench"
    unscanned_listener >"$POSTERN_STATE/bench/master.cf"
    step "Compiling the benchmark" maven -B -ntp -q -pl infra/acceptance -am test-compile
    build_all
    trap remove_test_containers EXIT
    start_all
    create domains '{"name":"demo.example"}'
    local number
    for number in {01..16}; do
        create mailboxes "$(jq -cn --rawfile password "$POSTERN_STATE/secrets/bench_password" --arg number "$number" \
            '{address: "bench\($number)@demo.example", password: ($password | rtrimstr("\n")), quotaBytes: 50000000000}')"
    done
    title "Measuring (about 10 minutes)"
    local out="$POSTERN_STATE/log/bench-ingest.log" rss
    compose --profile bench run --rm -T bench bench{01..16}@demo.example | tee "$out" | grep --line-buffered -v '^ratio_scanned='
    rss=$(docker stats --no-stream --format '{{.MemUsage}}' "$POSTERN_PROJECT-mail-ingest-1" | sed 's/MiB.*//')
    say
    say "RESULT ingest $(grep '^ratio_scanned=' "$out") rss_mb=$rss"
}

# Postfix's own services, and one more way in that no filter looks at.
unscanned_listener() {
    cat "$postern_root/infra/postfix/master.cf"
    awk '/^postfix-handover:2525/ { sub("2525", "2526"); copy = 1; print; print "  -o smtpd_milters="; next }
         copy && /^  / { print; next } { copy = 0 }' "$postern_root/infra/postfix/master.cf"
}
