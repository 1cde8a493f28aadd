# shellcheck shell=bash disable=SC2154,SC2034
# What the host must have: Docker engine, Compose and buildx plugins, a few small tools.

need_tools() { # PACKAGE:COMMAND…
    local pair missing=()
    for pair in "$@"; do
        command -v "${pair#*:}" >/dev/null || missing+=("${pair%%:*}")
    done
    [ ${#missing[@]} -eq 0 ] && return
    need_apt "${missing[*]}"
    step "Installing ${missing[*]}" apt_install "${missing[@]}"
}

need_apt() { # WHAT
    command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ]; then
        fail "Missing on this machine: $1." "Run this as root, or install them first: sudo apt-get install $1"
    fi
    fail "Missing on this machine: $1, and this is neither Debian nor Ubuntu." \
        "Install them with your system's package manager (Docker: https://docs.docker.com/engine/install/), then run this again."
}

apt_install() {
    # An installation that was interrupted is finished first.
    dpkg --configure -a && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# The oldest engine and Compose the platform is tested with.
readonly oldest_engine=20.10 oldest_compose=2.20

need_docker() {
    need_tools curl:curl openssl:openssl jq:jq iproute2:ss
    if ! command -v dockerd >/dev/null && ! docker version >/dev/null 2>&1; then
        need_apt "docker.io"
        step "Installing the Docker engine" apt_install docker.io iptables
    fi
    docker version >/dev/null 2>&1 || start_engine
    local engine
    engine=$(docker version --format '{{.Server.Version}}')
    at_least "$engine" "$oldest_engine" \
        || fail "The Docker engine is $engine; Postern needs $oldest_engine or newer." "Update Docker, then run this again."
    need_base_image
    need_plugins
}

start_engine() {
    if [ -d /run/systemd/system ]; then
        step "Starting the Docker engine" systemctl enable --now docker
    else
        [ "$(id -u)" -eq 0 ] || fail "The Docker engine is not running." "Start it, then run this again."
        # What an engine left that was killed with its machine: its number may be another process's by now.
        grep -qsx dockerd "/proc/$(cat /var/run/docker.pid 2>/dev/null)/comm" || rm -f /var/run/docker.pid /var/run/docker/containerd/containerd.pid
        # No service manager here: the engine runs in a session of its own, so that it outlives this command. Its port
        # proxies would give up for good once they ran out of files, of which there may be few: the kernel does it instead.
        setsid dockerd --userland-proxy=false >"$POSTERN_STATE/log/dockerd.log" 2>&1 </dev/null &
    fi
    local waited=0
    until docker version >/dev/null 2>&1; do
        if [ "$waited" -ge 60 ]; then
            last_lines "$POSTERN_STATE/log/dockerd.log"
            fail "The Docker engine did not start within 60 s." "Look at its log above (or: journalctl -u docker)."
        fi
        progress "Starting the Docker engine" "$waited"
        sleep 1
        waited=$((waited + 1))
    done
    progress_end
}

need_base_image() {
    docker image inspect debian:trixie-slim >/dev/null 2>&1 && return
    if docker pull -q debian:trixie-slim >"$POSTERN_STATE/log/pull.log" 2>&1; then
        done_line "Pulled debian:trixie-slim"
        return
    fi
    # No image registry can be reached: make the same minimal Debian from its packages.
    need_tools debootstrap:debootstrap
    step "Making the base image debian:trixie-slim from Debian's packages" bootstrap_base_image
}

bootstrap_base_image() {
    local root
    root=$(mktemp -d)
    debootstrap --variant=minbase trixie "$root"
    rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
    tar -C "$root" -c . | docker import - debian:trixie-slim
    rm -rf "$root"
}

need_plugins() {
    if ! docker compose version >/dev/null 2>&1 || ! docker buildx version >/dev/null 2>&1; then
        step "Installing Docker's Compose and buildx plugins" install_plugins
    fi
    local compose
    compose=$(docker compose version --short)
    at_least "$compose" "$oldest_compose" \
        || fail "Docker Compose is $compose; Postern needs $oldest_compose or newer." "Update the Compose plugin, then run this again."
}

# Debian 12 does not have the plugins; those of Debian 13 are single static programs that run there too.
install_plugins() {
    local package
    for package in docker-compose docker-compose-v2; do
        if apt-cache policy "$package" | grep -q 'Candidate: 2'; then
            apt_install "$package" docker-buildx && plugins_answer && return
        fi
    done
    local into="${DOCKER_CONFIG:-$HOME/.docker}/cli-plugins" fetched
    fetched=$(mktemp -d)
    docker run --rm --network host -v "$fetched:/fetched" debian:trixie-slim sh -c '
        cd /tmp && apt-get update -qq && apt-get download -qq docker-compose docker-buildx &&
        for package in *.deb; do dpkg-deb -x "$package" /fetched || exit 1; done'
    mkdir -p "$into"
    find "$fetched" -type f -path '*cli-plugins/docker-*' -exec cp {} "$into/" \;
    rm -rf "$fetched"
    plugins_answer
}
plugins_answer() { docker compose version && docker buildx version; }

at_least() { # VERSION MINIMUM
    [ "$(printf '%s\n%s\n' "$2" "${1#v}" | sort -V | head -n 1)" = "$2" ]
}

need_space() {
    local root free
    root=$(docker info --format '{{.DockerRootDir}}')
    free=$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1048576) }')
    [ "$free" -ge 6 ] || fail "Only $free GiB are free below $root; the images and a first mailbox need 6 GiB." \
        "Free some space (docker system prune removes what no container uses), then run this again."
}
