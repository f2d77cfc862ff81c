#!/bin/sh
# What README.md shows is what its commands print.
. tests/tap.sh
built nsplit nstrip ndedupe nents ncsv || exit 0
(cd "$ROOT" && tests/docs/refresh README.md) >fresh 2>err
same 'README.md shows what its commands print' "$ROOT/README.md" fresh
is 'scripts/demo and README.md count from one day' "$(grep -ohE 'asof=[0-9-]+' "$ROOT/README.md" "$ROOT/scripts/demo" | sort -u | grep -c .)" 1
check 'README.md has commands' grep -q '^\$ nsplit' fresh
