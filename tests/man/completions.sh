#!/bin/sh
# The completions: every option of --help in each of the three, in a form that their shells take.
. tests/tap.sh
built nsplit nstrip ndedupe nents ncsv || exit 0
check 'they are made' "$ROOT/scripts/gen-completions" "$ROOT/$OUT" share
for tool in $TOOLS; do
	"$tool" --help | sed -nE 's/^  (-., |    )--([a-z-]+).*/\2/p' | sort >want
	tr -c 'a-z-' '\n' <share/bash-completion/completions/"$tool" | sed -n 's/^--//p' | grep . | sort -u >bash
	tr -c 'a-z-' '\n' <share/zsh/site-functions/_"$tool" | sed -n 's/^--//p' | grep . | sort -u >zsh
	sed -n 's/.* -l \([a-z-]*\).*/\1/p' share/fish/vendor_completions.d/"$tool".fish | sort -u >fish
	for shell in bash zsh fish; do
		is "$tool: $shell knows every option" "$(comm -23 want $shell | tr '\n' ' ')" ''
	done
	is "$tool: fish knows no other" "$(comm -13 want fish | tr '\n' ' ')" ''
	check "$tool: bash takes it" bash -n share/bash-completion/completions/"$tool"
	for shell in zsh fish; do
		command -v $shell >/dev/null || { skip "$tool: $shell takes it" "there is no $shell"; continue; }
		check "$tool: $shell takes it" $shell -n share/$shell/*/*"$tool"*
	done
done

# types SHELL LINE WANT: the arguments that a tool gets when the line is typed, \t being the TAB key.
types() {
	: >../got
	"$ROOT/tests/man/tab" "$1" "$TMP/share" "$(printf '%b' "$2")" || not_ok "$1 comes back from: $2"
	is "$1: $2" "$(cat ../got)" "$3"
}
command -v python3 >/dev/null || { skip 'what TAB makes of a line' 'there is no python3'; exit 0; }
mkdir stub files
for tool in $TOOLS; do printf '#!/bin/sh\nprintf "<%%s>" "$@" >../got\n' >stub/"$tool"; done
chmod +x stub/*
PATH=$TMP/stub:$PATH
touch 'files/my page.txt' 'files/b*.txt' files/bx.txt files/seen.state
cd files || exit 2
for shell in bash zsh; do
	command -v $shell >/dev/null || { skip "$shell: what TAB makes of a line" "there is no $shell"; continue; }
	types $shell 'nsplit my\t' '<my page.txt>'
	types $shell 'nsplit b\\*\t' '<b*.txt>'
	types $shell 'nsplit bx\t' '<bx.txt>'
	types $shell 'ndedupe --state=se\t' '<--state=seen.state>'
	types $shell 'ndedupe --upd\tdr\t bx\t' '<--updates=drop><bx.txt>'
	types $shell 'ncsv --safe\t' '<--safe-formulas>'
	types $shell 'ndedupe -k Url --ke\tId' '<-k><Url><--key=Id>'
	types $shell 'nstrip --rules=bx.txt --ru\tmy\t' '<--rules=bx.txt><--rules=my page.txt>'
done
