#!/bin/sh
# What README.md shows is what its commands print.
. tests/tap.sh
built nsplit nstrip ndedupe nents ncsv || exit 0
(cd "$ROOT" && tests/docs/refresh README.md) >fresh 2>err
same 'README.md shows what its commands print' "$ROOT/README.md" fresh
check 'README.md has commands' grep -q '^\$ nsplit' fresh
