#!/bin/sh
# The manual: clean for mandoc, and the same as what the tools say of themselves.
. tests/tap.sh

for page in "$ROOT"/man/*.[157]; do
	# Which pages are installed here says nothing of ours.
	said=$(mandoc -Tlint "$page" 2>&1 | grep -v 'outdated mandoc.db lacks\|referenced manual not found')
	is "$(basename "$page"): mandoc has nothing to say" "$said" ''
done

# What a page says when it is shown, without overstriking. A macro where a word was meant shows there alone.
shown() { mandoc -Tutf8 -Owidth=1000 "$1" | sed "s/.$(printf '\b')//g"; }
# The first quotation in which another mark of its kind opens, or that never ends, if there is one.
quoted_badly() {
	shown "$1" | tr -s '\n ' '  ' | awk '{
		gsub("\342\200\230", "\001"); gsub("\342\200\231", "\002"); gsub("\342\200\234", "\003"); gsub("\342\200\235", "\004")
		if (match($0, /\001[^\002]*(\001|$)|\003[^\004]*(\003|$)/)) print substr($0, RSTART + 1, 60)
	}'
}
for page in "$ROOT"/man/*.[157]; do
	name=$(basename "$page")
	sed -nE 's/^\.S[hs] //p' "$page" | sed 's/\\&//g' >want
	shown "$page" | sed '1d;$d' | sed -nE 's/^ {0,3}([^ ].*)/\1/p' >got
	same "$name: headings are shown as they are written" got want
	is "$name: each quotation ends before the next begins" "$(quoted_badly "$page")" ''
done

# The SYNOPSIS of a page as one line, as it is shown.
synopsis() {
	mandoc -Tascii -Owidth=1000 "$1" | sed "s/.$(printf '\b')//g" | sed -n '/^SYNOPSIS/,/^DESCRIPTION/p' | sed '1d;$d' |
		tr -s ' \n' '  ' | sed 's/^ //;s/ $//'
}

# The options of a page: each -x and --long of the lists' items.
page_options() {
	awk '/^\.It Fl/ { for (i = 2; i < NF; i++) if ($i == "Fl") print $(i + 1) }' "$1" |
		sed 's/\\-/-/g;s/=.*//' | sort -u
}

# The options of --help, in the page's spelling.
help_options() {
	"$1" --help | sed -nE 's/^  (-(.), )? *--([a-z-]+).*/\2 -\3/p' | tr ' ' '\n' | grep . | sort -u
}

for tool in $TOOLS; do
	built "$tool" || continue
	page=$ROOT/man/$tool.1
	[ -f "$page" ] || { not_ok "$tool has a page"; continue; }
	is "$tool: usage is the SYNOPSIS" "usage: $(synopsis "$page")" "$("$tool" --help | head -n 1)"
	help_options "$tool" >help
	page_options "$page" >page
	is "$tool: every option is in the page" "$(comm -23 help page | tr '\n' ' ')" ''
	is "$tool: every option of the page is there" "$(comm -13 help page | tr '\n' ' ')" ''
	for section in NAME SYNOPSIS DESCRIPTION OPTIONS 'EXIT STATUS' EXAMPLES 'SEE ALSO' CAVEATS; do
		check "$tool.1 has $section" grep -q "^\.Sh $section\$" "$page"
	done
done

# Pages of the kit that are referred to must be there.
for name in $(cat "$ROOT"/man/*.[157] | sed -nE 's/^\.Xr (n[a-z]+) ([157]).*/\1.\2/p' | grep -E '^(newsprint|nrec|nsplit|nstrip|ndedupe|nents|ncsv)\.' | sort -u); do
	check "$name, which is referred to, is there" test -f "$ROOT/man/$name"
done
