#!/bin/sh
# The same bytes in every locale and time zone. Locales that the system lacks are made here if it can make them.
. tests/tap.sh

mkdir locales
for pair in tr_TR.UTF-8 de_DE.UTF-8 ja_JP.EUC-JP zh_CN.GB18030; do
	localedef -i "${pair%.*}" -f "${pair#*.}" "locales/$pair" 2>/dev/null || skip "$pair" 'no such locale can be made here'
done

for tool in $TOOLS; do
	built "$tool" || continue
	sample "$tool" in 9 200
	"$tool" in >want
	differ=
	for locale in C C.UTF-8 tr_TR.UTF-8 de_DE.UTF-8 ja_JP.EUC-JP zh_CN.GB18030; do
		for zone in UTC Pacific/Kiritimati America/St_Johns; do
			LOCPATH=$TMP/locales LC_ALL=$locale LANG=$locale TZ=$zone "$tool" in >out 2>err || differ="$differ $locale/$zone:status"
			cmp -s out want || differ="$differ $locale/$zone"
		done
	done
	is "$tool, 6 locales x 3 time zones" "$differ" ''
	if command -v faketime >/dev/null 2>&1 && [ -z "$SANITIZE" ]; then
		faketime '2039-03-01 00:00:00' "$tool" in >out 2>err
		same "$tool, in the year 2039" out want
	fi
done
