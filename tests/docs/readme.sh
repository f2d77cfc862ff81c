#!/bin/sh
# What README.md shows is what its commands print.
. tests/tap.sh
built nsplit nstrip ndedupe nents ncsv || exit 0
(cd "$ROOT" && tests/docs/refresh README.md) >fresh 2>err
same 'README.md shows what its commands print' "$ROOT/README.md" fresh
is 'scripts/demo and README.md count from one day' "$(grep -ohE 'asof=[0-9-]+' "$ROOT/README.md" "$ROOT/scripts/demo" | sort -u | grep -c .)" 1

# Typed into a fresh clone, from the lines that make it ready on.
awk '/^## / { inside = $0 ~ /tour/ } inside && (/^    / || /^\$ /) { print substr($0, /^ / ? 5 : 3) }' "$ROOT/README.md" >typed
awk '/^## / { inside = $0 ~ /tour/ } /^```/ { block = $0 == "```console"; next } inside && block && !/^\$ /' "$ROOT/README.md" >want
mkdir -p clone/bin
cp -r "$ROOT/scripts" clone
for tool in $TOOLS; do ln -sf "$ROOT/$OUT/$tool" clone/bin; done
(cd clone && PATH=$(printf '%s' "$PATH" | tr ':' '\n' | grep -vxF -e "$ROOT/$OUT" -e "$PWD/$B/tests" | paste -sd :) sh ../typed) >got 2>&1
same 'the tour can be typed into a fresh clone' got want
check 'README.md has commands' grep -q '^\$ nsplit' fresh
