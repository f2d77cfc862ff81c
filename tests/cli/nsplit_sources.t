# nsplit's sources: WET and JSON Lines. Format: tests/table.c. Units: tests/check_nsplit_sources.c.
# name	command	stdin	stdout	status	stderr
nsplit WET is sniffed	nsplit | grep -E '^(Id|Page|Url|Crawled|Language):'	WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://example.org/1\r\nWARC-Date: 2024-05-18T01:58:10Z\r\nWARC-Record-ID: <urn:uuid:1-2>\r\nWARC-Identified-Content-Language: eng\r\nContent-Length: 25\r\n\r\nThe harbour was shut down\r\n\r\n	Id: 1-2#1\nPage: 1-2\nUrl: https://example.org/1\nCrawled: 2024-05-18T01:58:10Z\nLanguage: eng\n	0
nsplit WET: a page holds what looks like a record	nsplit -i wet | grep -cE '(WARC/1.0|Content-Length: 9|The ferry)'	WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 64\r\n\r\nThe harbour was shut\n\nWARC/1.0\nContent-Length: 9\n\nThe ferry left\r\n\r\n	3\n	0
nsplit WET: other records are passed over	nsplit	WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 8\r\n\r\nsoftware\r\n\r\n	%rec: Article\n\n	0
nsplit WET that is cut in a body	nsplit | grep -c '^Page: '	WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 4\r\n\r\nOne.\r\n\r\nWARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 400\r\n\r\nTwo.	1\n	0	^nsplit: standard input: record 2: the input ends inside of it
nsplit WET that is cut in a body: the status	nsplit >/dev/null	WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 400\r\n\r\nTwo.	-	2	^nsplit: standard input: record 1: the input ends inside of it
nsplit WET that is cut in a header	nsplit >/dev/null	WARC/1.0\r\nWARC-Type: conv	-	2	^nsplit: standard input: record 1: the input ends inside of it
nsplit WET without a length	nsplit >/dev/null	WARC/1.0\r\nWARC-Type: conversion\r\n\r\nx	-	2	^nsplit: standard input: record 1 \(byte 1\): not a WARC record
nsplit WET with a wrong length	nsplit >/dev/null	WARC/1.0\r\nContent-Length: -4\r\n\r\nx	-	2	^nsplit: standard input: record 1 \(byte 1\): not a WARC record
nsplit WET: text between records	nsplit >/dev/null	WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 1\r\n\r\nx\r\n\r\nprose\r\n\r\n	-	2	^nsplit: standard input: record 2 \(byte 58\): not a WARC record
nsplit WET: a page past the limit	nsplit --max-record 1K >/dev/null	WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 4000000000\r\n\r\nx	-	2	^nsplit: standard input: record 1 .*--max-record
nsplit -i wet of something else	nsplit -i wet >/dev/null	A page.\n\n	-	2	^nsplit: standard input: record 1 \(byte 1\): not a WARC record
nsplit -i wet of a line	nsplit -i wet >/dev/null	A page.\n	-	2	^nsplit: standard input: record 1 \(byte 1\): not a WARC record
nsplit -i wet of nothing	nsplit -i wet	-	%rec: Article\n\n	0
nsplit JSON Lines	nsplit -i jsonl | sed "s/^[CT][a-z]*:/Text:/"	{"text":"The harbour was shut down on Tuesday.","url":"https://example.org/2","id":7}\n	%rec: Article\n\nId: 7#1\nPage: 7\nUrl: https://example.org/2\nText: The harbour was shut down on Tuesday.\n\n	0
nsplit JSON Lines with other keys	nsplit -i jsonl --text-key b --url-key l --id-key k --date-key w | grep -E '^(Id|Url|Date):'	{"b":"The harbour was shut down on Tuesday.","l":"https://example.org/2","k":"x y","w":"2024-05-18","text":"no"}\n	Id: x y#1\nUrl: https://example.org/2\nDate: 2024-05-18\n	0
nsplit JSON Lines: no id, no URL	nsplit -i jsonl | grep '^Page: '	\n{"text":"The harbour was shut down on Tuesday."}\n	Page: -:2\n	0
nsplit JSON Lines: no text	nsplit -i jsonl	\n{"body":"x"}\n{"text":null}\n	%rec: Article\n\n	1	^nsplit: standard input: 2 objects without a 'text', the first in line 2; --text-key
nsplit JSON Lines that are none	nsplit -i jsonl >/dev/null	{"text":}\n	-	2	^nsplit: standard input: object 1 \(line 1, byte 9\): .*: '}'
nsplit JSON Lines that are cut	nsplit -i jsonl | grep -c '^Page: '	{"text":"One."}\n{"text":"Tw	1\n	0	^nsplit: standard input: object 2 \(line 2, byte [0-9]+\):
nsplit JSON Lines that are cut: the status	nsplit -i jsonl >/dev/null	{"text":"Tw	-	2	^nsplit: standard input: object 1 \(line 1, byte [0-9]+\):

nsplit JSON Lines under a long name	d=$(printf '%0200d' 0); mkdir -p $d/$d/$d; cat >$d/$d/$d/f; nsplit -i jsonl $d/$d/$d/f | grep -o '^Id.*0000/f:[0-9]*#1' | grep -o 'f:.*'	{"text":"One."}\n{"text":"Two."}\n	f:1#1\nf:2#1\n	0
nsplit WET under a long name	d=$(printf '%0200d' 0); mkdir -p $d/$d/$d; cat >$d/$d/$d/f; nsplit $d/$d/$d/f | grep -o '^Id.*0000/f:[0-9]*#1' | grep -o 'f:.*'	WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 4\r\n\r\nOne.\r\n\r\nWARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 4\r\n\r\nTwo.\r\n\r\n	f:1#1\nf:2#1\n	0
nsplit WET with a length beyond all	nsplit -i wet >/dev/null	WARC/1.0\nContent-Length: 18446744073709551609\nX:\r\r\r\r\r\n\n	-	2	^nsplit: standard input: record 1 \(byte 1\): not a WARC record
nsplit WET with the longest length	nsplit -i wet >/dev/null	WARC/1.0\nContent-Length: 9223372036854775807\n\n	-	2	^nsplit: standard input: record 1: the input ends inside of it
nsplit WET with a longer one	nsplit -i wet >/dev/null	WARC/1.0\nContent-Length: 9223372036854775808\n\n	-	2	^nsplit: standard input: record 1 \(byte 1\): not a WARC record

# --- -d matches lines as they are once they are clean
nsplit -d, CRLF	nsplit -d '^---$' | grep '^Page'	---\r\nOne sentence stands here today.\r\n---\r\nTwo sentences stand here today.\r\n	Page: -:1\nPage: -:2\n	0
nsplit -d, CR alone	nsplit -d '^---$' | grep '^Page'	---\rOne sentence stands here today.\r---\rTwo sentences stand here today.\r	Page: -:1\nPage: -:2\n	0
nsplit -d, blanks at the ends of lines	nsplit -d '^---$' | grep '^Page'	--- \nOne sentence stands here today.\n---\xc2\xa0\t\nTwo sentences stand here today.\n	Page: -:1\nPage: -:2\n	0
nsplit -d, a mark of byte order	nsplit -d '^---$' | grep '^Page'	\xef\xbb\xbf---\nOne sentence stands here today.\n\xef\xbb\xbf---\nTwo sentences stand here today.\n---	Page: -:1\nPage: -:2\nPage: -:3\n	0
nsplit -d, a line of the example	nsplit -d '^https?://\S+$' | grep '^Page'	https://a.example/1\r\nOne sentence stands here today.\r\nhttps://a.example/2\r\nTwo sentences stand here today.\r\n	Page: -:1\nPage: -:2\n	0
nsplit -d, what was cleaned is told	nsplit -v -d '^---$' >/dev/null	---\r\nOne sentence\x01 stands here \r\n\r\n---\r\nTwo \xff sentences stand here.\r\n	-	0	^nsplit: 2 pages, 2 articles; 5 line ends made LF, 1 control characters dropped, 1 ill-formed UTF-8 sequences replaced, 1 runs of trailing blanks dropped
nsplit -d, a line too long for it	{ head -c 65537 /dev/zero | tr '\0' a; } | nsplit -d '^a' >/dev/null	-	-	1	^nsplit: 1 lines of more than 64 KiB were too long for the pattern of -d: they begin no page$
nsplit -d, a line as long as it may be	{ head -c 65536 /dev/zero | tr '\0' a; } | nsplit -d '^a' >/dev/null	-	-	0
nsplit -d, a page as long as pages may be	{ echo ---; head -c 1019 /dev/zero | tr '\0' a; echo; echo ---; } | nsplit --max-record 1K -d '^---$' | grep -c '^Page'	-	2\n	0
nsplit -d, a page that is longer	{ echo ---; head -c 1020 /dev/zero | tr '\0' a; echo; echo ---; } | nsplit --max-record 1K -d '^---$' >/dev/null	-	-	2	^nsplit: standard input: line 2: a page of more than 1024 bytes; --max-record allows longer ones

# --- where the model has no ground to judge
Japanese stays text	nsplit | sed -n 's/^Text: //p'	日本の首相は火曜日に会談した。\n\n両国は協力を続けることで合意した。\n	日本の首相は火曜日に会談した。\n両国は協力を続けることで合意した。\n	0
a sentence alone stays text	nsplit | grep -cE '^(Text|Title): '	The harbour council of Norvale met on Tuesday and voted for the plan.\n	1\n	0
a title far above its text	nsplit | grep -m 1 '^Title: ' | cut -c 1-33	Harbour council votes for ferry link after long debate | Eastmere Herald\nWeather\nSign up to our newsletter\nPolice probe fire at school\nSubscribe\nFacebook\nHarbour council votes for ferry link after long debate\nPolice probe fire at school\nSign up to our newsletter\nFerry plan at a glance\nThe harbour council of Eastmere voted on Tuesday for a new ferry link to the islands, after a debate that lasted until late at night.\nMembers said that the link would bring work to the town and that the cost, about nine million, would be shared with the region.\nWho pays\nThe region has not said yet how much it will give, but its governor told reporters that the ferry was wanted by everyone on the islands.\n	Title: Harbour council votes for \n	0
short sentences of a page of two stay text	nsplit | sed -n 's/^Text: //p'	Премьер-министр во вторник встретился с министром иностранных дел.\n\nДве страны договорились продолжать сотрудничество.\n	Премьер-министр во вторник встретился с министром иностранных дел.\nДве страны договорились продолжать сотрудничество.\n	0
nsplit counts half a surrogate pair	nsplit -v -i jsonl >/dev/null	{"text":"One \\ud800 sentence stands here."}\n	-	0	; 1 ill-formed UTF-8 sequences replaced
