#!/bin/sh
# Every byte and every pair of bytes that dirt is made of, through all five: nothing crashes, and what enters the
# record world is valid UTF-8 without control characters.
. tests/tap.sh

# Is the file UTF-8 without control characters but TAB and LF?
is_clean() {
	iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1 && ! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" "$1" &&
		[ "$(tr -d -c '\000' <"$1" | wc -c)" -eq 0 ]
}

# All bytes, each between letters, alone on its line, and in a line of its own with all others.
awk 'BEGIN { for (i = 0; i < 256; i++) printf "The council of Norvale %c met.\n%c\n", i, i; for (i = 0; i < 256; i++) printf "%c", i; print "" }' >bytes.txt
for seed in 1 2 3 4 5 6; do dirty bytes $seed 400 >>bytes.txt; dirty page $seed 100 >>bytes.txt; done
for tool in $TOOLS; do
	built "$tool" || continue
	for arguments in '' '-i csv --lax -o rec' '-i csv --lax -o jsonl' '-i tsv -o rec' '-m' '-a' '-w' '-0'; do
		# shellcheck disable=SC2086
		run "$tool" $arguments bytes.txt
		case "$arguments$status" in
		[0-9]) check "$tool on all bytes" test $status -le 2 ;;
		*) check "$tool $arguments on all bytes" test $status -le 2 ;;
		esac
	done
done
if built nsplit; then
	nsplit bytes.txt >out
	check 'nsplit writes clean text' is_clean out
	nsplit -0 bytes.txt >out
	check 'nsplit -0 writes clean text' is_clean out
fi
if built ncsv; then
	tr -d '\000' <bytes.txt | ncsv -i csv --lax -o rec >out 2>err
	check 'ncsv -o rec writes clean text' is_clean out
	check 'recfix accepts it' recfix --check out
fi
if built nents; then
	nents bytes.txt >out
	check 'nents writes clean text' is_clean out
fi
