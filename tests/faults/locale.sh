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

# Days are counted beyond 2038 too, in any zone. (SOURCE_DATE_EPOCH is what ndedupe takes for the clock if it is set.)
built ndedupe nents || exit 0
day() { SOURCE_DATE_EPOCH=$(($1 * 86400)) TZ=${2:-UTC} ndedupe --state=s --expire=30 lines; }
seq 1 9 >lines
day 25000 >first
same 'a state of 2038' first lines
is 'the next year it has expired' "$(day 25365 Pacific/Kiritimati | cksum)" "$(cksum <lines)"
is 'and is new again, in any zone' "$(day 25365 America/St_Johns)$(day 25394)" ''
if command -v faketime >/dev/null 2>&1 && [ -z "$SANITIZE" ]; then
	is 'the clock of 2039' "$(faketime '2039-03-01 00:00:00' ndedupe --state=t --expire=30 lines | wc -l; faketime '2039-03-20 00:00:00' ndedupe \
		--state=t --expire=30 lines; faketime '2039-05-01 00:00:00' ndedupe --state=t --expire=30 lines | wc -l)" "9
9"
fi
printf 'It opened on January 20, 2038 and closes on 3 March 2040.\n' >dates
is 'nents: dates beyond 2038' "$(nents -Nt DATE dates | cut -f 8 | tr '\n' ' ')" '2038-01-20 2040-03-03 '
is 'nents: days from one beyond 2038' "$(echo 'They met on Monday.' | nents -Nt DATE --asof=2039-03-02 | cut -f 8)" 2039-02-28
