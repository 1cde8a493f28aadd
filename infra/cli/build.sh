# shellcheck shell=bash disable=SC2154,SC2034
# Builds what is missing or changed. Each image carries the fingerprint of what it was made from, so a second run is quick.

services=(mail-ingest admin-api dkim-tools backup-agent)

build_all() {
    title "Building"
    build_image java "$postern_root/infra/java" "$postern_root/infra/java/Dockerfile" ""
    build_jars
    local components component context dockerfile
    components=$(compose_all config --format json) \
        || fail "Compose cannot read the platform's files." "Its message above names the file; POSTERN_OVERLAYS adds files of yours."
    while IFS=$'\t' read -r component context dockerfile; do
        build_image "$component" "$context" "$context/$dockerfile" "$(image_id java)"
    done < <(jq -r '.services | to_entries[] | select(.value.build)
        | [.key, .value.build.context, (.value.build.dockerfile // "Dockerfile")] | @tsv' <<<"$components")
    build_parallel
}

queue=()
build_image() { # COMPONENT CONTEXT DOCKERFILE SALT
    local fingerprint
    fingerprint=$(fingerprint_of "$1" "$2" "$3" "$4")
    [ "$(image_fingerprint "$1")" = "$fingerprint" ] && [ -z "${POSTERN_REBUILD:-}" ] && return
    if [ "$1" = java ]; then
        step "Building the image java" docker_build "$1" "$2" "$3" "$fingerprint"
    else
        queue+=("$1|$2|$3|$fingerprint")
    fi
}

# Two at a time: one installs packages while the other unpacks.
build_parallel() {
    local entry component context dockerfile fingerprint started running=()
    for entry in "${queue[@]}"; do
        IFS='|' read -r component context dockerfile fingerprint <<<"$entry"
        running+=("$component|$context|$dockerfile|$fingerprint")
        if [ ${#running[@]} -eq 2 ]; then
            build_pair "${running[@]}"
            running=()
        fi
    done
    [ ${#running[@]} -eq 0 ] || build_pair "${running[@]}"
    queue=()
}

build_pair() { # ENTRY [ENTRY]
    local names=() entry
    for entry in "$@"; do names+=("${entry%%|*}"); done
    step "Building ${names[*]}" build_entries "$@"
}

build_entries() {
    local entry children=() child component context dockerfile fingerprint
    for entry in "$@"; do
        IFS='|' read -r component context dockerfile fingerprint <<<"$entry"
        docker_build "$component" "$context" "$dockerfile" "$fingerprint" &
        children+=($!)
    done
    for child in "${children[@]}"; do wait "$child"; done
}

docker_build() { # COMPONENT CONTEXT DOCKERFILE FINGERPRINT
    local secrets=() bundle
    # Behind a TLS-inspecting proxy npm must trust what the host trusts.
    for bundle in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt; do
        [ -r "$bundle" ] && secrets=(--secret "id=ca-bundle,src=$bundle") && break
    done
    DOCKER_BUILDKIT=1 docker build ${POSTERN_REBUILD:+--no-cache} --progress plain "${secrets[@]}" \
        --build-arg POSTERN_VERSION="$POSTERN_VERSION" --label "dev.postern.fingerprint=$4" \
        -t "postern/$1:$POSTERN_VERSION" -f "$3" "$2"
}

image_fingerprint() {
    docker image inspect --format '{{index .Config.Labels "dev.postern.fingerprint"}}' "postern/$1:$POSTERN_VERSION" 2>/dev/null || true
}
image_id() { docker image inspect --format '{{.Id}}' "postern/$1:$POSTERN_VERSION" 2>/dev/null || true; }

# The four services are fingerprinted by their sources, so that an unchanged one needs no Maven at all.
fingerprint_of() { # COMPONENT CONTEXT DOCKERFILE SALT
    local folders=("$2")
    if is_service "$1"; then
        folders=("$postern_root/pom.xml" "$postern_root/common/pom.xml" "$postern_root/common/src/main" "$2/pom.xml" "$2/src/main" "$3")
    fi
    {
        printf '%s\n' "$4"
        find "${folders[@]}" -type d \( -name node_modules -o -name target -o -name dist \) -prune -o -type f ! -name README.md -print0 \
            | sort -z | xargs -0 sha256sum | awk '{ print $1 }'
    } | sha256sum | cut -c1-16
}

is_service() { [[ " ${services[*]} " == *" $1 "* ]]; }

build_jars() {
    local service changed=()
    for service in "${services[@]}"; do
        local folder="$postern_root/$service"
        [ "$(image_fingerprint "$service")" = "$(fingerprint_of "$service" "$folder" \
            "$folder/../infra/java/Dockerfile.service" "$(image_id java)")" ] && [ -z "${POSTERN_REBUILD:-}" ] && continue
        changed+=("$service")
    done
    [ ${#changed[@]} -eq 0 ] && return
    need_jdk
    local IFS=,
    step "Compiling ${changed[*]}" maven -B -ntp -q -pl "${changed[*]}" -am package -DskipTests
}

maven() { with_jdk ./mvnw "$@"; }

# with_jdk COMMAND…: in the checkout, with a JDK 25 of this machine, or in a container that has one.
with_jdk() {
    if [ -n "$jdk" ]; then
        (cd "$postern_root" && JAVA_HOME="$jdk" PATH="$jdk/bin:$PATH" "$@")
    else
        docker run --rm --network host -v "$postern_root:$postern_root" -w "$postern_root" \
            -v postern-maven:/root/.m2 "${maven_mounts[@]}" \
            -v /etc/ssl/certs/ca-certificates.crt:/etc/ssl/certs/ca-certificates.crt:ro \
            "postern/jdk:$POSTERN_VERSION" "$@"
    fi
}

jdk=''
maven_mounts=() # the tests add the Docker socket here; a build does not get it
need_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
        if [ -x "$candidate/bin/javac" ] && "$candidate/bin/javac" -version 2>&1 | grep -qE '^javac (2[5-9]|[3-9])'; then
            jdk=$candidate
            return
        fi
    done
    if apt-cache policy openjdk-25-jdk-headless 2>/dev/null | grep -q 'Candidate: 25'; then
        step "Installing JDK 25" apt_install openjdk-25-jdk-headless
        jdk=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
        return
    fi
    build_image jdk "$postern_root/infra/java/jdk" "$postern_root/infra/java/jdk/Dockerfile" ""
    build_parallel
}
