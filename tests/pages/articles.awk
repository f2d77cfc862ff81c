# How many articles of labelled pages came back. usage: awk -f articles.awk STREAM.rec FOLDER/NAME.gold ...
# An article came back if one record of its page has Text with token F1 of 0.9 or more and, where the article has
# a title, a first Title with 0.8 or more. Prints "PAGE RIGHT GOLD RECORDS" for each page and for "all".

function take(counts, key, text,   words, n, i) {
	n = split(tolower(text), words, /[^0-9A-Za-z]+/)
	for (i = 1; i <= n; i++)
		if (words[i] != "")
			counts[key] = counts[key] " " words[i]
}

function f1(one, other,   words, n, m, i, seen, shared) {
	n = split(one, words, " ")
	for (i = 1; i <= n; i++)
		seen[words[i]]++
	m = split(other, words, " ")
	for (i = 1; i <= m; i++)
		if (seen[words[i]]-- > 0)
			shared++
	return n + m ? 2 * shared / (n + m) : 0
}

function came_back(page, article,   i, key) {
	for (i = 1; i <= last_record; i++) {
		key = page SUBSEP article
		if (record_page[i] != page || used[i] || f1(text[i], gold_text[key]) < 0.9)
			continue
		if (!(key in gold_title) || f1(title[i], gold_title[key]) >= 0.8)
			return used[i] = 1
	}
	return 0
}

function report(page, right, wanted, got) {
	print page, right, wanted, got
	all_right += right
	all_wanted += wanted
	all_got += got
}

function end_page(   i, right, got) {
	for (i = 1; i <= articles; i++)
		right += came_back(page, i)
	for (i = 1; i <= last_record; i++)
		got += record_page[i] == page && text[i] != ""
	if (page != "")
		report(page, right + 0, articles, got + 0)
}

function begin_page(   name, line, n) {
	end_page()
	name = FILENAME
	sub(/gold$/, "in", name)
	articles = n = 0
	while ((getline line <name) > 0)
		page_line[++n] = line
	close(name)
	sub(/.*\//, "", name)
	page = name
}

FILENAME == ARGV[1] && /^[%#]/ { next }
FILENAME == ARGV[1] && /^$/ { inside = 0; next }
FILENAME == ARGV[1] {
	if (!inside++)
		last_record++
	value = substr($0, index($0, ":") + 2)
	if ($1 == "Page:") {
		sub(/.*\//, "", value)
		record_page[last_record] = value
	}
	else if ($1 == "Title:" && !(last_record in title))
		take(title, last_record, value)
	else if ($1 == "Text:")
		take(text, last_record, value)
	next
}

FNR == 1 { begin_page(); next }
$2 > articles { articles = $2 }
$2 > 0 && $3 == "title" && !((page, $2) in gold_title) { take(gold_title, page SUBSEP $2, page_line[$1]) }
$2 > 0 && $3 == "text" { take(gold_text, page SUBSEP $2, page_line[$1]) }

END {
	end_page()
	print "all", all_right + 0, all_wanted + 0, all_got + 0
}
