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
