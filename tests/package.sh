#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages of a build into a Debian that has nothing else (debootstrap), runs the program there, and
# builds the project of tests/outside with the installed headers and libraries.
# usage: tests/package.sh BUILD   (as root; the packages come from where this machine's apt takes its own)
set -eu
here="$(cd "$(dirname "$0")/.." && pwd)"
build="$(cd "$1" && pwd)"
root="$build/root"
[ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null || { echo "skipped: debootstrap, and root, are needed"; exit 77; }

fail() {
    echo "package: $*" >&2
    exit 1
}
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive HOME=/root "$@"; }
log="$build/package.log"
install_inside() { inside apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1 || { tail -n 20 "$log" >&2; fail "apt-get install $*"; }; }

(cd "$build" && rm -f ./*.deb && cpack >"$log" 2>&1)
version="$("$build/gouji" --version | cut -d' ' -f2)"
architecture="$(dpkg --print-architecture)"
runtime="gouji_${version}_$architecture.deb"
dev="gouji-dev_${version}_$architecture.deb"
[ -f "$build/$runtime" ] && [ -f "$build/$dev" ] || fail "no packages of version $version"

rm -rf "$root"
site="$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)"
suite="$(. /etc/os-release && echo "$VERSION_CODENAME")"
debootstrap --variant=minbase "$suite" "$root" "$site" >>"$log" 2>&1 || { tail -n 20 "$log" >&2; fail "debootstrap"; }
cp -r "$here/examples" "$here/tests/outside" "$build/$runtime" "$build/$dev" "$root/root/"
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true

install_inside "/root/$runtime"
[ "$(inside gouji --version)" = "gouji $version" ] || fail "the program does not say its version"
inside gouji check /root/examples/clean-2022.txt >/dev/null || fail "a sample without findings has some"
code=0
inside sh -c 'cd /root && gouji check --format json examples/sums-2023.txt' >"$build/inside.json" || code=$?
[ "$code" = 1 ] || fail "exit $code for a sample with findings"
(cd "$here" && "$build/gouji" check --format json examples/sums-2023.txt) >"$build/outside.json" || true
cmp "$build/inside.json" "$build/outside.json" || fail "other findings than here"
for file in man/man1/gouji.1 man/zh_CN/man1/gouji.1 bash-completion/completions/gouji zsh/site-functions/_gouji fish/vendor_completions.d/gouji.fish doc/gouji/copyright doc/gouji/CHANGELOG.md \
    gouji/rules/forms/cn-disclosure-2021.yaml gouji/rules/suites/standard.yaml; do
    inside test -s "/usr/share/$file" || inside test -s "/usr/share/$file.gz" || fail "$file is not installed"
done

inside mkdir -p /root/alone
inside cp /usr/bin/gouji /root/alone/gouji
[ "$(inside sh -c '/root/alone/gouji check /root/examples/clean-2022.txt 2>&1 >/dev/null; echo $?' | tail -n 1)" = 2 ] || fail "a program without rules does not say so"

install_inside "/root/$dev" g++ cmake make
inside sh -c 'cd /root/outside && cmake -B build >/dev/null && cmake --build build >/dev/null' || fail "the project outside does not build"
inside sh -c 'cd /root && outside/build/findings examples/sums-2023.txt' >"$build/api.json" 2>"$build/api.txt" || fail "the project outside does not run"
cmp "$build/inside.json" "$build/api.json" || fail "the project outside finds something else"
grep -q "requests-unbalanced" "$build/api.txt" || fail "the project outside tells no finding"

inside apt-get purge -y -qq gouji gouji-dev >>"$log" 2>&1
inside sh -c 'ls -d /usr/bin/gouji /usr/share/gouji /usr/include/gouji /usr/share/doc/gouji* /usr/lib/*/cmake/gouji /usr/lib/*/libgouji* 2>/dev/null' && fail "something is left behind"
rm -rf "$root"
echo "installed, used and removed: $runtime, $dev"
