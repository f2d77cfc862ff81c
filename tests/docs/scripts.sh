#!/bin/sh
# No script gives shellcheck anything to say.
. tests/tap.sh
command -v shellcheck >/dev/null || { skip 'shellcheck' 'there is no shellcheck'; exit 0; }
cd "$ROOT" || exit 2
for script in $(grep -rlE '^#!/bin/(ba)?sh' .ci scripts tests); do
	check "$script" shellcheck -x -S warning "$script"
done
