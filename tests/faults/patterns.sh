#!/bin/sh
# Patterns of the user that would take for ever: the record is kept and counted, exit 1, in seconds.
. tests/tap.sh

as=$(head -c 50000 /dev/zero | tr '\0' a)
printf '%%rec: Article\n\nId: a#1\nPage: a\nTitle: A title\nText: %s!\n\nId: b#1\nPage: b\nText: The council met on Tuesday and voted.\n\n' "$as" >slow.rec
sed 's/^[A-Z][a-z]*: //;/^%/d' slow.rec >slow.txt
hostile='^(a+)+$ ([a-z]+)*= (.*a){12}b (([^b]|b)*)*c'

for pattern in $hostile; do
	if built nstrip; then
		printf 'drop %s\n' "$pattern" >rules
		run nstrip -r rules slow.rec
		check "nstrip -r $pattern: ends" test $status -le 1
		check "nstrip -r $pattern: keeps what it can't judge" grep -q '^Text: aaaa' out
	fi
	if built nents; then
		printf 'ORG %s\n' "$pattern" >patterns
		run nents -p patterns slow.rec
		check "nents -p $pattern: ends" test $status -le 1
	fi
	if built nsplit; then
		run nsplit -d "$pattern" slow.txt
		check "nsplit -d $pattern: ends" test $status -le 1
	fi
done
if built nstrip; then
	printf 'drop ^(a+)+$\n' >rules
	run nstrip -r rules slow.rec
	ends 'nstrip says what it could not judge' 1 '^nstrip: '
	printf 'drop x\nkeep (\n' >rules
	run nstrip -r rules slow.rec
	ends 'nstrip names file:line:column of a bad rule' 2 '^nstrip: rules:2:7: '
	printf 'frobnicate x\n' >rules
	run nstrip -r rules slow.rec
	ends 'nstrip names what rules there are' 2 '^nstrip: rules:1:1: .frobnicate.*drop'
fi
if built nents; then
	printf 'ORG x\nNOSUCHTYPE y\n' >patterns
	run nents -p patterns slow.rec
	ends 'nents names file:line of a type that is none' 2 '^nents: patterns:2:1: '
	run nents -p nowhere slow.rec
	ends 'nents names a pattern file that is not there' 2 '^nents: nowhere: .*No such file'
fi
if built nsplit; then
	run nsplit -d '(' slow.txt
	ends 'nsplit names the column of a bad pattern' 2 "^nsplit: .*-d"
fi
