#!/bin/sh
# README's map names every module: the name of each header, or one that it begins with (dates_words is part of values).
. tests/tap.sh
sed -n '/^## Where things are/,/^## Reporting/p' "$ROOT/README.md" >map
missing=
for header in $(cd "$ROOT" && ls lib/*.h lib/*/*.h cmd/*/*.h); do
	name=$(basename "$header" .h)
	grep -qwE "${name%%_*}|$name" map || missing="$missing $header"
done
is 'every module is in the map of README.md' "$missing" ''
gone=
for folder in $(grep -oE '^ {4}(lib|cmd/[a-z]+|tests|scripts|man)/' map); do [ -d "$ROOT/$folder" ] || gone="$gone $folder"; done
is 'every folder of the map is there' "$gone" ''
