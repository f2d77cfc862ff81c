#!/bin/sh
# SECURITY.md names tests that are there, and leaves out none of the faults and none of tests/faults.
. tests/tap.sh
page=$ROOT/SECURITY.md
is 'all 22 faults have their row' "$(sed -nE 's/^\| ([0-9]+) \|.*/\1/p' "$page" | tr '\n' ' ')" "$(seq 22 | tr '\n' ' ')"

# `tests/faults/output.sh`, `kept.sh`: the second one is in the folder of the first.
folder=
missing=
named=
for name in $(grep -oE '`(tests/)?[a-z_/]+(\.(sh|t|c))?`' "$page" | tr -d '`' | grep -E '^tests/|\.(sh|t|c)$'); do
	case $name in
	tests/*) folder=$(dirname "$name") path=$name ;;
	*) path=$folder/$name ;;
	esac
	[ -e "$ROOT/$path" ] || missing="$missing $path"
	named="$named $path "
done
is 'every test that it names is there' "$missing" ''
missing=
for folder in $(printf '%s\n' $named | sed -nE 's|^tests/([a-z]+)(/.*)?$|\1|p' | sort -u); do
	grep -qE "^parts=.*[-\" ]${folder}[} ]" "$ROOT/tests/run" || missing="$missing $folder"
done
is '`make check` runs them all but those that it says it does not' "$missing" ' cross torture'
check 'which it says of row 19' grep -q '`make check` runs them all but that of row 19' "$page"
check 'and of the long forms' grep -q '`make torture` runs the long forms' "$page"
missing=
for test in $(cd "$ROOT" && ls tests/faults/*.sh); do
	case $named in *" $test "*) ;; *) missing="$missing $test" ;; esac
done
is 'every test of tests/faults is named' "$missing" ''
