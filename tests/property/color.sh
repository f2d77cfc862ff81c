#!/bin/sh
# Colour adds nothing but colour: without its sequences the output is what it would be, on clean input of any shape.
. tests/tap.sh
built nents nstrip || exit 0
ESC=$(printf '\033')
plain() { sed "s/$ESC\[[0-9;]*m//g"; }

# The defaults that the manual names are those that are there.
dirty clean 1 300 >in.txt
unset NSTRIP_COLORS
echo 'drop Share' >rules
for command in 'nents' 'nstrip -m -r rules'; do
	tool=${command%% *}
	variable=$(echo "${tool}_COLORS" | tr a-z A-Z)
	default=$(grep -oE '([A-Za-z]+=[0-9;]*:){3,}([A-Za-z]+=[0-9;]*)?' "$ROOT/man/$tool.1" | tr -d '\n')
	$command --color=always in.txt >want
	env "$variable=$default" $command --color=always in.txt >got
	same "$tool: the default of $variable" got want
	env "$variable=$(echo "$default" | sed 's/=[0-9;]*/=7/g')" $command --color=always in.txt >got
	is "$tool: every colour can be changed" "$(grep -cE "$ESC\[[0-9;]*[1-689]" got)" 0
	check "$tool: there are colours" grep -q "$ESC\[7m" got
done
NSTRIP_COLORS=keep=32
export NSTRIP_COLORS

bad=
for seed in $(seq 1 20); do
	dirty rec "$seed" 15 >in.rec
	dirty clean "$seed" 60 >in.txt
	for command in 'nents in.rec' 'nents in.txt' 'nstrip -m in.rec' 'nstrip -bm in.rec' 'nstrip -m in.txt'; do
		$command --color=never >want
		$command --color=always >colored
		plain <colored | cmp -s - want || bad="$bad $seed:$command"
		cmp -s colored want && bad="$bad $seed:$command:none"
	done
	# The text with its mentions in colours is the text.
	nents --show --color=always in.rec | plain | cmp -s - in.rec || bad="$bad $seed:show"
	nents --show --color=always in.txt | plain | sed '$a\' | cmp -s - in.txt || bad="$bad $seed:page"
	# As many are shown as there are in the table.
	nents -t PERSON,ORG,GPE,DATE,MONEY -N in.txt | wc -l >listed
	nents -t PERSON,ORG,GPE,DATE,MONEY --show --color=always in.txt | grep -o "$ESC\[m" | wc -l | cmp -s - listed || bad="$bad $seed:count"
done
is 'without its colours it is the same' "$bad" ''
