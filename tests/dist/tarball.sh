#!/bin/sh
# `make dist` gives the same bytes whoever runs it, and what it packs builds to the same bytes wherever it lies, and works.
. tests/tap.sh
git -C "$ROOT" rev-parse -q HEAD >/dev/null 2>&1 || { skip 'make dist' 'this is no checkout of git'; exit 0; }
version=$(make -s -C "$ROOT" --no-print-directory --eval 'version:; @echo $(VERSION)' version)
name=newsprint-$version
export MAKEFLAGS= # the jobserver of who runs the tests is not there

# packed NAME COMMAND...: makes the tarball in a clone of its own, with what the command sets.
packed() {
	clone=$1
	shift
	git clone -q "$ROOT" "$clone" && (cd "$clone" && "$@" make -s dist) >"$clone.out" 2>&1 || cat "$clone.out"
}

(umask 022 && packed one env TZ=UTC LC_ALL=C)
mkdir two && (umask 077 && packed two/clone env TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 USER=someone GIT_CONFIG_COUNT=2 \
	GIT_CONFIG_KEY_0=tar.umask GIT_CONFIG_VALUE_0=0 GIT_CONFIG_KEY_1=core.autocrlf GIT_CONFIG_VALUE_1=true GZIP=-1)
same 'umask, time zone, locale and the settings of git make no difference' "one/$name.tar.gz" "two/clone/$name.tar.gz"
is 'what is said is the name of the file' "$(cat one.out)" "$name.tar.gz"

touch -d 2001-01-01 one/Makefile
(cd one && rm "$name.tar.gz" && make -s dist >/dev/null)
same 'nor does when the files were written' "one/$name.tar.gz" "two/clone/$name.tar.gz"
(cd one && SOURCE_DATE_EPOCH=86400 TZ=UTC make -s dist >/dev/null && tar -tvf "$name.tar.gz" | awk '{ print $4 }' | sort -u) >dates
is 'SOURCE_DATE_EPOCH is the date of all in it' "$(cat dates)" 1970-01-02
is 'all that is committed is in it' "$(tar -tf "two/clone/$name.tar.gz" | grep -v '/$' | sed "s|^$name/||" | LC_ALL=C sort)" \
	"$(git -C one ls-files | LC_ALL=C sort)"
is 'and belongs to nobody' "$(tar -tvf "two/clone/$name.tar.gz" | awk '{ print $2 }' | sort -u)" 0/0
echo 'all:' >>one/Makefile
run make -s -C one dist
ends 'what is not committed is left out, and said' 0 'scripts/dist: not committed, left out: Makefile'

for place in here elsewhere/in/a/longer/place; do
	mkdir -p "$place"
	tar -xf "two/clone/$name.tar.gz" -C "$place"
	run make -s -C "$place/$name" B=build OUT=bin SANITIZE= all
	ends "the unpacked tree builds in $place" 0 ''
done
for tool in $TOOLS; do same "$tool has the same bytes in both" "here/$name/bin/$tool" "elsewhere/in/a/longer/place/$name/bin/$tool"; done
run env -u ROOT -u LOG -u SHARED make -s -C "here/$name" B=build OUT=bin SANITIZE= check PARTS='unit cli'
ends 'the unpacked tree passes its tests' 0 ''
check 'and they were run' grep -qE '^[0-9]{3,} passed, 0 failed' out
run make -s -C "here/$name" dist
ends 'without git nothing can be packed, which is said' 2 'scripts/dist: no checkout of git'
