# One policy for dirty bytes where text enters the record world; bytes as they are where plain text stays plain.
# Format: tests/table.c. The text before and behind the dirt makes a paragraph that no filter takes for chrome.

# --- nsplit: pages to records
nsplit: NUL goes	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	The harbour\x00 council of Norvale met on Tuesday and voted for the plan.\n	The harbour council of Norvale met on Tuesday and voted for the plan.\n	0
nsplit: C0 controls go	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	The harbour\x01\x08\x0e\x1f council of Norvale met on Tuesday and voted for the plan.\n	The harbour council of Norvale met on Tuesday and voted for the plan.\n	0
nsplit: DEL goes	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	The harbour\x7f council of Norvale met on Tuesday and voted for the plan.\n	The harbour council of Norvale met on Tuesday and voted for the plan.\n	0
nsplit: C1 controls go	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	The harbour\xc2\x80\xc2\x9f council of Norvale met on Tuesday and voted for the plan.\n	The harbour council of Norvale met on Tuesday and voted for the plan.\n	0
nsplit: TAB stays	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	The harbour\tcouncil of Norvale met on Tuesday and voted for the plan.\n	The harbour\tcouncil of Norvale met on Tuesday and voted for the plan.\n	0
nsplit: escape sequences go	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	The \x1b[1;31mharbour\x1b[0m council\x1b]0;t\x07 of Norvale met on Tuesday and voted for the plan.\n	The harbour council of Norvale met on Tuesday and voted for the plan.\n	0
nsplit: BOM goes	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	\xef\xbb\xbfThe harbour council of Norvale met on Tuesday and\xef\xbb\xbf voted for the plan.\n	The harbour council of Norvale met on Tuesday and voted for the plan.\n	0
nsplit: ill-formed bytes become U+FFFD	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	The harbour\xff council\xc3 of Norvale met on Tuesday and voted for the plan.\n	The harbour\xef\xbf\xbd council\xef\xbf\xbd of Norvale met on Tuesday and voted for the plan.\n	0
nsplit: overlong and surrogate	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	The harbour\xc0\xaf council\xed\xa0\x80 of Norvale met on Tuesday and voted for the plan.\n	The harbour\xef\xbf\xbd\xef\xbf\xbd council\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd of Norvale met on Tuesday and voted for the plan.\n	0
nsplit: blanks at the end go	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	The harbour council of Norvale met on Tuesday and voted for the plan. \xc2\xa0\t\n	The harbour council of Norvale met on Tuesday and voted for the plan.\n	0
nsplit: NBSP inside stays	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	The harbour\xc2\xa0council of Norvale met on Tuesday and voted for the plan.\n	The harbour\xc2\xa0council of Norvale met on Tuesday and voted for the plan.\n	0
nsplit: line ends of every kind	$ROOT/tests/io/around nsplit | grep -a -c harbour	The harbour council met on Tuesday and voted for the plan, as the mayor had asked it to.\r\nThe vote in the harbour was late that night, and many who had come to hear it had left.\rNobody in the harbour spoke against the plan, which surprised the mayor and her deputy.\xc2\x85The ferry left the harbour at noon, and those who missed it had to wait until the evening.\xe2\x80\xa8A second ferry came into the harbour in the evening, and it was the slowest of them all.\xe2\x80\xa9The harbour was full of people and bicycles, and no one could say where they came from.\x0bThe harbour office opened at eight, and there was a long queue before its door at nine.\x0cIt rained on the harbour for the whole night, and the wind did not turn until the morning.\n	8\n	0
nsplit: -v counts	nsplit -v >/dev/null	\xef\xbb\xbfThe harbour\x01 council\xff of Norvale met on Tuesday. \r\n	-	0	control.*ill-formed
nsplit: backslash at the end is guarded	$ROOT/tests/io/around nsplit | sed -n 's/^Text: //p' | grep -a harbour	The harbour council of Norvale met on Tuesday and voted for the plan \\\n	The harbour council of Norvale met on Tuesday and voted for the plan \\ \n	0

# --- ncsv: cells to records
ncsv: NUL in CSV is an error	ncsv -i csv -o rec	Title\na\x00b\n	*	2	^ncsv: standard input: .*NUL
ncsv: controls, escapes and marks go	ncsv -i csv -o rec | sed -n 's/^Title: //p'	\xef\xbb\xbfTitle\na\x01b\x7f\xc2\x85\x1b[31mc\xef\xbb\xbfd\n	*	0
ncsv: no control character comes out	ncsv -i csv -o rec | LC_ALL=C grep -c '[[:cntrl:]]'	Title,Text\na\x01b\x7f\x1b[31mc,"x\r\ny\x0bz"\n	0\n	1
ncsv: ill-formed bytes become U+FFFD	ncsv -i csv -o rec | sed -n 's/^Title: //p'	Title\na\xffb\xc0\xaf\n	a\xef\xbf\xbdb\xef\xbf\xbd\xef\xbf\xbd\n	0
ncsv: LF in cells becomes fields	ncsv -i csv -o rec | grep '^Text: '	Text\n"a\nb\r\nc"\n	Text: a\nText: b\nText: c\n	0
ncsv: CSV to CSV keeps bytes	ncsv -i csv	Title\na\x01b\xff\x1b[31m\n	Title\na\x01b\xff\x1b[31m\n	0
ncsv: formulas stay by default	ncsv -i csv	T\n=1+1\n@x\n-30-\n	T\n=1+1\n@x\n-30-\n	0
ncsv: formulas are guarded on request	ncsv -i csv --safe-formulas | grep -c "'"	T\n=1+1\n@x\nplain\n	2\n	0

# --- nents: plain text
nents: dirt does not shift lines	nents -t URL | tail -n 1 | cut -f 2,6	One\x01 two\x1b[31m three\xff.\r\n\nSee https://example.org/x now.\n	3\thttps://example.org/x\n	0

# --- nstrip and ndedupe: plain text keeps its bytes
nstrip: bytes stay	$ROOT/tests/io/around nstrip | grep -a harbour	The harbour\x01\xff\xc2\xa0council of \x1b[1mNorvale\x1b[0m met on Tuesday and voted for the plan. \n	The harbour\x01\xff\xc2\xa0council of \x1b[1mNorvale\x1b[0m met on Tuesday and voted for the plan. \n	0
nstrip: NUL stays	$ROOT/tests/io/around nstrip | grep -a harbour	The harbour\x00 council of Norvale met on Tuesday and voted for the plan.\n	The harbour\x00 council of Norvale met on Tuesday and voted for the plan.\n	0
nstrip: CRLF stays	$ROOT/tests/io/around nstrip | grep -a harbour	The harbour council of Norvale met on Tuesday and voted for the plan.\r\n	The harbour council of Norvale met on Tuesday and voted for the plan.\r\n	0
nstrip: BOM stays	{ printf '\357\273\277'; $ROOT/tests/io/around cat; } | nstrip | head -c 10	-	\xef\xbb\xbfCouncil	0
nstrip: overlong and surrogates stay	$ROOT/tests/io/around nstrip | grep -a harbour	The harbour\xc0\xaf council\xed\xa0\x80 of Norvale met on Tuesday and voted for the plan.\n	The harbour\xc0\xaf council\xed\xa0\x80 of Norvale met on Tuesday and voted for the plan.\n	0
nstrip: NEL and U+2028 stay	$ROOT/tests/io/around nstrip | grep -a harbour	The harbour\xc2\x85 council\xe2\x80\xa8 of Norvale met on Tuesday and voted for the plan.\n	The harbour\xc2\x85 council\xe2\x80\xa8 of Norvale met on Tuesday and voted for the plan.\n	0
nstrip: no line feed at the end stays so	$ROOT/tests/io/around cat | head -c -1 | nstrip | tail -c 5	-	town.	0
ndedupe: bytes stay	ndedupe	a\x00\x01\xff\xc2\xa0\x1b[1m\xef\xbb\xbf\xed\xa0\x80 \r\n\xe2\x80\xa8\n	a\x00\x01\xff\xc2\xa0\x1b[1m\xef\xbb\xbf\xed\xa0\x80 \r\n\xe2\x80\xa8\n	0
ndedupe: lines that differ behind NUL differ	ndedupe	a\x00b\na\x00c\na\x00b\n	a\x00b\na\x00c\n	0
ndedupe: a blank makes a difference	ndedupe	a\na \na\r\na\n	a\na \na\r\n	0

# --- records keep what they hold: no filter cleans twice, none writes what a reader would trip over
nstrip: a CR inside a value stays	nstrip	%rec: Article\n\nId: a#1\nPage: a\nText: The council met\ron Tuesday and voted for the plan.\n\n	%rec: Article\n\nId: a#1\nPage: a\nText: The council met\ron Tuesday and voted for the plan.\n\n	0
ndedupe: ill-formed bytes in a record pass	ndedupe	%rec: Article\n\nId: a#1\nText: x\xff\x01y\n\n	%rec: Article\n\nId: a#1\nText: x\xff\x01y\n\n	0
