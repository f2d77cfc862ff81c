# ncsv: formats, columns, options, faults. Format: tests/table.c.
# name	command	stdin	stdout	status	stderr

# --- nothing, and little
ncsv nothing to rec	ncsv -i csv -o rec	-	-	0
ncsv nothing to jsonl	ncsv -i tsv -o jsonl	-	-	0
ncsv a mark alone	ncsv -i csv	\xef\xbb\xbf	-	0
ncsv a header alone, csv	ncsv -i csv	a,b\n	a,b\n	0
ncsv a header alone, tsv	ncsv	a\tb\n	a,b\n	0
ncsv a header alone keeps its columns by way of rec	ncsv -i csv -o rec | ncsv	a,b	a,b\n	0
ncsv an empty stream of Articles has their header	ncsv | cut -c 1-11	%rec: Article\n\n	Id,Page,Url\n	0
ncsv empty lines are no rows	ncsv -i csv	a,b\n\n1,2\n\r\n\n3,4\n\n	a,b\n1,2\n3,4\n	0
ncsv blank lines are a row of one cell	ncsv -i csv	a\n  \n	a\n  \n	0

# --- what the input is
ncsv sniffs a TSV	ncsv	a\tb\n1\t2\n	a,b\n1,2\n	0
ncsv sniffs JSON Lines	ncsv	{"a":1,"b":2}\n	a,b\n1,2\n	0
ncsv sniffs JSON Lines behind a mark	ncsv	\xef\xbb\xbf{"a":1,"b":2}\n	a,b\n1,2\n	0
ncsv sniffs JSON Lines behind blank lines	ncsv	\n \r\n {"a":1,"b":2}\n	a,b\n1,2\n	0
ncsv sniffs JSON Lines behind a mark and a blank line	ncsv	\xef\xbb\xbf\n{"a":1,"b":2}\n	a,b\n1,2\n	0
ncsv sniffs a TSV whose first name is empty	ncsv	\tb\n1\t2\n	,b\n1,2\n	0
ncsv blank lines alone are nothing	ncsv	\n\n \n	-	0
ncsv does not take one column for a TSV	ncsv	name\nx\n	-	2	^ncsv: standard input: its first line does not say what it is: say -i tsv for a table of one column
ncsv takes one column if told	ncsv -i tsv	name\nx\n	name\nx\n	0
ncsv does not take a JSON array for a table	ncsv -o jsonl	[\n{"a":1}\n]\n	-	2	^ncsv: standard input: looks like JSON, but not like JSON Lines, .*jq -c
ncsv does not take records without their first line for a table	ncsv -o jsonl	Id: 1\nSource: Reuters, Berlin\n\n	-	2	^ncsv: standard input: looks like records.*-R
ncsv does not take an empty line for a header	ncsv	\na\tb\n1\t2\n	-	2	^ncsv: standard input: its first line does not say
ncsv does not guess separators	ncsv	a,b\n1,2\n	-	2	^ncsv: standard input: looks like CSV.*-i csv
ncsv does not guess semicolons	ncsv	a;b\n1;2\n	-	2	^ncsv: standard input: looks like CSV.*-d
ncsv takes a comma in one column if told	ncsv -i tsv	a,b\nx\n	"a,b"\nx\n	0
ncsv an unknown format	ncsv -i xml	-	-	2	^ncsv: option --from: 'xml' is none of rec, csv, tsv, jsonl
ncsv an unknown output	ncsv -o html	-	-	2	^ncsv: option --to: 'html'

# --- CSV as it is read
ncsv quotes where needed only	ncsv -i csv	a,b,c\n"x","y z","1,2"\n	a,b,c\nx,y z,"1,2"\n	0
ncsv doubled quotes	ncsv -i csv	a,b\n"say ""hi""",""""\n	a,b\n"say ""hi""",""""\n	0
ncsv LF in a cell	ncsv -i csv	a,b\n"1\n2",3\n	a,b\n"1\n2",3\n	0
ncsv CRLF in a cell stays	ncsv -i csv	a,b\r\n"1\r\n2",3\r\n	a,b\n"1\r\n2",3\n	0
ncsv an empty line in a cell	ncsv -i csv	a,b\n"1\n\n2",3\n	a,b\n"1\n\n2",3\n	0
ncsv CRLF	ncsv -i csv	a,b\r\n1,2\r\n	a,b\n1,2\n	0
ncsv CR only	ncsv -i csv	a,b\r1,2\r	a,b\n1,2\n	0
ncsv mixed line ends	ncsv -i csv	a,b\r\n1,2\n3,4\r5,6	a,b\n1,2\n3,4\n5,6\n	0
ncsv no line end at the end	ncsv -i csv	a,b\n1,2	a,b\n1,2\n	0
ncsv no line end behind a quote	ncsv -i csv	a,b\n1,"2"	a,b\n1,2\n	0
ncsv blanks belong to cells	ncsv -i csv	a,b\n x ,\ty \n	a,b\n x ,\ty \n	0
ncsv a mark before a name	ncsv -i csv	\xef\xbb\xbfa,b\n1,2\n	a,b\n1,2\n	0
ncsv a mark before a quoted name	ncsv -i csv	\xef\xbb\xbf"a",b\n1,2\n	a,b\n1,2\n	0
ncsv a name that begins with a mark	ncsv -i csv | ncsv -i csv	\n\xef\xbb\xbfa\n1\n	"\xef\xbb\xbfa"\n1\n	0
ncsv a first cell that begins with a mark, by way of TSV	ncsv -N | tee x | ncsv -i csv -N; ncsv -N -i csv x	\xef\xbb\xbf\xef\xbb\xbfa\t\xef\xbb\xbfb\n	"\xef\xbb\xbfa",\xef\xbb\xbfb\n"\xef\xbb\xbfa",\xef\xbb\xbfb\n	0
ncsv values that make a mark when joined	ncsv -N -j '' | ncsv -N -i csv	%rec: R\n\nX: \xef\nX: \xbb\xbfa\n\n	"\xef\xbb\xbfa"\n	0
ncsv a row of empty cells	ncsv -i csv	a,b\n,\n	a,b\n,\n	0
ncsv an empty cell alone	ncsv -i csv	a\n""\nx\n	a\n""\nx\n	0
ncsv an empty name alone	ncsv -i csv	""\nx\n	""\nx\n	0
ncsv the same name twice	ncsv -i csv	a,a\n1,2\n	a,a\n1,2\n	0
ncsv Latin-1 passes	ncsv -i csv	a,b\ncaf\xe9,2\n	a,b\ncaf\xe9,2\n	0
ncsv NUL in CSV	ncsv -i csv	a,b\n1,2\n3,"x\n\x00y"\n	a,b\n1,2\n	2	^ncsv: standard input: row 3 \(line 4, byte 14\): a NUL byte; is this UTF-16
ncsv NUL in TSV	ncsv	a\tb\n1\t2\n3\tx\x00y\n	a,b\n1,2\n	2	^ncsv: standard input: row 3 \(line 3, byte 12\): a NUL byte
ncsv UTF-16	ncsv -i csv	\xff\xfea\x00,\x00b\x00	-	2	row 1 \(line 1, byte 4\): a NUL byte; is this UTF-16
ncsv --lax: NUL passes	ncsv --lax -i csv	a,b\nx\x00y,"\x00"\n	a,b\nx\x00y,\x00\n	0
ncsv wide characters	ncsv -i csv	a,b\n\xf0\x9f\x93\xb0,"\xe6\x96\xb0, \xe8\x81\x9e"\n	a,b\n\xf0\x9f\x93\xb0,"\xe6\x96\xb0, \xe8\x81\x9e"\n	0
ncsv semicolons	ncsv -i csv -d ';'	a;b\n1,5;"x;y"\n	a,b\n"1,5",x;y\n	0
ncsv TAB by -d	ncsv -i csv -d '\t'	a\tb\n"1\t2"\t3\n	a,b\n1\t2,3\n	0
ncsv semicolons out	ncsv -d ';'	a\tb\n1,5\tx;y\n	a;b\n1,5;"x;y"\n	0
ncsv -d without any CSV	ncsv -i tsv -d ';' -o jsonl	a\n	-	2	^ncsv: option --delimiter: neither the input nor the output is CSV
ncsv -R with another format	ncsv -R -i csv	a\n	-	2	^ncsv: option --rec: .*--from
ncsv -R with the same format	ncsv -R -i rec -o tsv	a: 1\n\n	a\n1\n	0
ncsv -d of two bytes	ncsv -d ab	-	-	2	^ncsv: option --delimiter: 'ab'
ncsv -d of a quote	ncsv -d '"'	-	-	2	^ncsv: option --delimiter: '"'

# --- CSV that is wrong: what came before is out, and the message says where
ncsv a long row	ncsv -i csv	a,b\n1,2\n1,2,3\n4,5\n	a,b\n1,2\n	2	^ncsv: standard input: row 3 \(line 3, byte 9\): 3 cells, but the header has 2; --lax
ncsv a short row	ncsv -i csv	a,b\n"1\n1",2\nx\n	a,b\n"1\n1",2\n	2	^ncsv: standard input: row 3 \(line 4, byte 13\): 1 cell, but the header has 2
ncsv a quote in a cell	ncsv -i csv	a,b\n1,2\n5" pipe,2\n	a,b\n1,2\n	2	^ncsv: standard input: row 3 \(line 3, byte 10\): a quote inside a cell
ncsv text behind a quote	ncsv -i csv	a,b\n1,"2\n2"x\n	a,b\n	2	^ncsv: standard input: row 2 \(line 3, byte 12\): .*behind a closing quote
ncsv a blank before a quote	ncsv -i csv	a,b\n1, "2"\n	a,b\n	2	row 2 \(line 2, byte 8\)
ncsv a quote that is never closed	ncsv -i csv	a,b\n1,2\n3,"4\n5,6\n	a,b\n1,2\n	2	^ncsv: standard input: row 3 \(line 3, byte 11\): this quote is never closed
ncsv behind empty lines the line is right	ncsv -i csv	a,b\r\n\r\n\n1,2\n\n\n3\n	a,b\n1,2\n	2	row 3 \(line 7, byte 15\)
ncsv with CRLF the byte is right	ncsv -i csv	a,b\r\n1,2\r\n3\r\n	a,b\n1,2\n	2	row 3 \(line 3, byte 11\)
ncsv behind a mark the byte is right	ncsv -i csv	\xef\xbb\xbfa,b\n1\n	a,b\n	2	row 2 \(line 2, byte 8\)
ncsv --lax fills and cuts	ncsv -i csv --lax	a,b\n1\n1,2,3\n	a,b\n1,\n1,2\n	0	^ncsv: --lax: 1 short rows filled, 1 long rows cut$
ncsv --lax takes quotes, and counts them	ncsv -i csv --lax	a,b\n5" pipe,x"y"\n	a,b\n"5"" pipe","x""y"""\n	0	^ncsv: --lax: 3 quotes inside cells kept, 0 closing quotes with text behind them dropped$
ncsv --lax ends a quoted cell with its row, whatever stands behind its quote	ncsv -i csv --lax	a,b\n"q"z,2\n3,4\n"5"x",6\n	a,b\nqz,2\n3,4\n"5x""",6\n	0	^ncsv: --lax: 1 quotes inside cells kept, 2 closing quotes with text behind them dropped$
ncsv --lax takes a quote that is never closed, and says where it is	ncsv -i csv --lax	a,b\n0,"1\n1"\n1,"2\n3,4\n	a,b\n0,"1\n1"\n1,"2\n3,4\n"\n	0	^ncsv: standard input: row 3 \(line 4, byte 15\): this quote is never closed: the rest of the input is its cell$
ncsv a cell past the limit	(printf 'a,b\n1,"'; head -c 3000000 /dev/zero | tr '\0' x; echo '"') | ncsv -i csv --max-record 1M	-	a,b\n	2	^ncsv: standard input: row 2 \(line 2, byte 5\): .*--max-record
ncsv a row past the limit	(printf 'a,b\n'; for i in 1 2; do head -c 700000 /dev/zero | tr '\0' x; printf '"'; done) | sed 's/^x/"x/; s/x"x/x","x/' | ncsv -i csv --max-record 1M	-	a,b\n	2	^ncsv: standard input: row 2 .*--max-record
ncsv empty lines have no limit	(echo a,b; head -c 3000 /dev/zero | tr '\0' '\n'; echo 1,2) | ncsv -i csv --max-record 1K	-	a,b\n1,2\n	0
ncsv a row without quotes past the limit	(echo a,b; echo 1,2; head -c 3000 /dev/zero | tr '\0' x; echo ,y) | ncsv -i csv --max-record 1K	-	a,b\n1,2\n	2	^ncsv: standard input: row 3 \(line 3, byte 9\): .*--max-record
ncsv the last row past the limit	(echo a,b; head -c 3000 /dev/zero | tr '\0' x; printf ,y) | ncsv -i csv --max-record 1K	-	a,b\n	2	^ncsv: standard input: row 2 \(line 2, byte 5\): .*--max-record
ncsv a row is as long as it stands there, also if its text is cleaned	(printf 'a,b\n"'; for i in $(seq 300); do printf 'x\r\n'; done; printf '","y"\n') | ncsv -i csv -o rec --max-record 1K | tail -n 3	-	a: \nb: y\n\n	0
ncsv a line past the limit	head -c 3000000 /dev/zero | tr '\0' x | ncsv -i tsv --max-record 1M	-	-	2	^ncsv: standard input: .*--max-record

# --- TSV
ncsv TSV escapes are read	ncsv -o jsonl	a\tb\nx\\ty\tl\\nm\\rn\\\\o\n	{"a":"x\\ty","b":"l\\nm\\rn\\\\o"}\n	0
ncsv TSV escapes are written	ncsv -i csv -o tsv	a,b\n"x\ty","l\nm\rn\\o"\n	a\tb\nx\\ty\tl\\nm\\rn\\\\o\n	0
ncsv TSV keeps quotes	ncsv -o tsv	a\tb\n"x"\t""\n	a\tb\n"x"\t""\n	0
ncsv TSV with CRLF	ncsv	a\tb\r\n1\t2\r\n	a,b\n1,2\n	0
ncsv TSV with a mark	ncsv	\xef\xbb\xbfa\tb\n1\t2\n	a,b\n1,2\n	0
ncsv TSV no line end at the end	ncsv	a\tb\n1\t2	a,b\n1,2\n	0
ncsv an unknown backslash	ncsv	a\tb\n1\tC:\\dir\n	a,b\n	2	^ncsv: standard input: row 2 \(line 2, byte 9\): a backslash
ncsv a backslash at the end	ncsv	a\tb\n1\tx\\\n	a,b\n	2	row 2 \(line 2, byte 8\): a backslash
ncsv --lax keeps backslashes	ncsv --lax	a\tb\n1\tC:\\dir\n	a,b\n1,C:\\dir\n	0	^ncsv: --lax: 1 unknown backslashes kept$
ncsv a short row of TSV	ncsv	a\tb\n1\t2\n3\n	a,b\n1,2\n	2	row 3 \(line 3, byte 9\): 1 cell, but the header has 2
ncsv an empty line of TSV is a row	ncsv -i tsv	a\n\nx\n	a\n""\nx\n	0
ncsv cells that CSV has to quote	ncsv	a\tb\nx,y\tsay "hi"\n	a,b\n"x,y","say ""hi"""\n	0
ncsv entities	ncsv	id\tline\tstart\tend\ttype\ttext\tname\tnorm\na#1\t3\t0\t7\tPERSON\tLavrov\tSergey Lavrov\t\n	id,line,start,end,type,text,name,norm\na#1,3,0,7,PERSON,Lavrov,Sergey Lavrov,\n	0

# --- JSON Lines
ncsv values that are no strings	ncsv	{"a":1.50,"b":true,"c":[1,[2]],"d":{"e":"/","g": 1e0},"f":12345678901234567890123}\n	a,b,c,d,f\n1.50,true,"1\n[2]","{""e"":""/"",""g"":1e0}",12345678901234567890123\n	0
ncsv numbers beside nested values, and among many names	(printf '{"v":18446744073709551615,"w":-9223372036854775808,"z":-0,"o":{}'; for i in $(seq 70); do printf ',"m%d":0' $i; done; echo '}') | ncsv -f v,w,z,o	-	v,w,z,o\n18446744073709551615,-9223372036854775808,-0,{}\n	0
ncsv a name with a NUL	ncsv	{"a\\u0000b":1,"a\\u0000c":1}\n	-	2	object 1 \(line 1, byte 2\): a name with a NUL
ncsv a name twice in a nested object	ncsv	{"o":{"a":1,"a":2}}\n	-	2	object 1 \(line 1, byte 13\): a name stands twice in the object: '"a":2
ncsv a NUL in a string is not for tables	ncsv	{"a":1}\n{"a":"x\\u0000y"}\n	a\n1\n	2	^ncsv: standard input: object 2 \(line 2\): a NUL, which a table can't have; --lax
ncsv a NUL in a string, lax	ncsv --lax	{"a":"x\\u0000y"}\n	a\nx\x00y\n	0
ncsv a NUL in a string is an escape in JSON	ncsv -o jsonl	{"a":"x\\u0000y"}\n	{"a":"x\\u0000y"}\n	0
ncsv a NUL in a string is dropped in records	ncsv -v -o rec	{"a":"x\\u0000y"}\n	%rec: Row\n\na: xy\n\n	0	1 control
ncsv numbers as they stand	ncsv	{"a":1.50,"b":true,"c":-0.0,"d":12345678901234567890123,"e":1E400}\n	a,b,c,d,e\n1.50,true,-0.0,12345678901234567890123,1E400\n	0
ncsv arrays and nested values	ncsv -o rec	{"a":[1,"x",null,[2]],"d":{"e":"/"}}\n	%rec: Row\n\na: 1\na: x\na: [2]\nd: {"e":"/"}\n\n	0
ncsv null is a column without a value	ncsv	{"a":null,"b":[],"c":1}\n{"a":2}\n	a,b,c\n,,1\n2,,\n	0
ncsv escapes are read	ncsv -o tsv	{"a":"\\u00e9\\ud83d\\udcf0\\/\\t\\"","b":1}\n	a\tb\n\xc3\xa9\xf0\x9f\x93\xb0/\\t"\t1\n	0
ncsv half a surrogate pair	ncsv -v	{"a":"\\ud83d","b":1}\n{"a":"\\udcf0","b":1}\n	a,b\n\xef\xbf\xbd,1\n\xef\xbf\xbd,1\n	0	; 2 ill-formed
ncsv an ill-formed sequence is one U+FFFD in JSON as in records	ncsv -v -i csv -o jsonl	a\nx\xe2\x82y\n	{"a":"x\xef\xbf\xbdy"}\n	0	; 1 ill-formed
ncsv U+2028 and U+2029 are escaped	ncsv -i csv -o jsonl	a\n\xe2\x80\xa8x\xe2\x80\xa9\xe2\x80\x99\n	{"a":"\\u2028x\\u2029\xe2\x80\x99"}\n	0
ncsv controls are escaped	ncsv --lax -i csv -o jsonl	a\n\x01\x08\x09\x0b\x0c\x1f\x7f\x00\\\n	{"a":"\\u0001\\b\\t\\u000b\\f\\u001f\x7f\\u0000\\\\"}\n	0
ncsv Latin-1 becomes U+FFFD in JSON	ncsv -v -i csv -o jsonl	a\ncaf\xe9\n	{"a":"caf\xef\xbf\xbd"}\n	0	1 ill-formed
ncsv empty lines between objects	ncsv	{"a":1}\n\n \r\n{"a":2}\n	a\n1\n2\n	0
ncsv an object that is cut	ncsv	{"a":1}\n{"a":	a\n1\n	2	^ncsv: standard input: object 2 \(line 2, byte [0-9]+\):
ncsv not an object	ncsv -i jsonl	[1]\n	-	2	object 1 \(line 1, byte 1\): not an object
ncsv two objects in a line	ncsv	{"a":1}{"a":2}\n	-	2	object 1 \(line 1, byte 8\)
ncsv a name twice	ncsv	{"a":1,"a":2}\n	-	2	object 1 .*twice
ncsv a name twice, spelt otherwise	ncsv	{"a":1,"\\u0061":2}\n	-	2	object 1 .*twice
ncsv NaN	ncsv	{"a":NaN}\n	-	2	object 1 .*NaN
ncsv single quotes	ncsv	{'a':1}\n	-	2	object 1 .*[Ss]ingle quotes
ncsv JSON that is not UTF-8	ncsv	{"a":"caf\xe9"}\n	-	2	object 1 \(line 1, byte 10\): not well-formed UTF-8
ncsv JSON with an overlong sequence	ncsv	{"a":"\xc0\xaf"}\n	-	2	object 1 .*UTF-8
ncsv an object without members	ncsv	{}\n	-	2	object 1 .*no columns
ncsv a table's objects have all columns	ncsv -i csv -o jsonl	a,b\n1,\n,"x\ny"\n	{"a":"1","b":""}\n{"a":"","b":"x\\ny"}\n	0
ncsv names that are taken	ncsv -i csv -o jsonl	a,a_2,a,a,b,b\n1,2,3,4,5,6\n	{"a":"1","a_2":"2","a_3":"3","a_4":"4","b":"5","b_2":"6"}\n	0	'a' to 'a_3', 'a' to 'a_4', 'b' to 'b_2'
ncsv names that differ in JSON	ncsv -i csv -o jsonl	a,a,e-mail\n1,2,3\n	{"a":"1","a_2":"2","e-mail":"3"}\n	0	^ncsv: standard input: column names changed: 'a' to 'a_2'$
ncsv Articles have lists	ncsv -o jsonl	%rec: Article\n\nId: a#1\nTitle: T\nText: x\nPerson: P\n\n	{"Id":"a#1","Title":"T","Text":["x"],"Person":["P"]}\n	0
ncsv Articles by way of CSV have lists	ncsv | ncsv -i csv -o jsonl	%rec: Article\n\nId: a#1\nTitle: T\nTitle: U\nText: x\n\n	{"Id":"a#1","Title":["T","U"],"Text":["x"]}\n	0

# --- records
ncsv records with unknown fields to records	ncsv -o rec	%rec: Article\n\nText: t\nTopic: q\nId: a\n\n	%rec: Article\n\nId: a\nText: t\nTopic: q\n\n	0
ncsv Articles with unknown fields by way of JSON Lines	tee x | ncsv -o jsonl | tee y | ncsv -o rec >z; ncsv -o rec x | cmp - z; ncsv -o jsonl y | cmp y -	%rec: Article\n\nId: a\nText: t\nFoo: f\n\nId: b\nTitle: T\nText: u\nFoo: g\n\n	-	0
ncsv objects that are no Articles for a name	ncsv -o rec	{"Id":1,"Text":"t","Foo":"f"}\n	%rec: Row\n\nId: 1\nText: t\nFoo: f\n\n	0
ncsv objects that are Articles but for a name, to a table	ncsv	{"Id":1,"Text":["t"],"Foo":"f"}\n	Id,Text,Foo\n1,t,f\n	0
ncsv records with unknown fields to a table	ncsv	%rec: Article\n\nId: a\n\nId: b\nTopic: q\n\n	*	2	^ncsv: standard input: record 2 \(line 5\): no column for the field 'Topic'; -f .*--ignore-extra
ncsv --ignore-extra	ncsv -v --ignore-extra -f Id 	%rec: Article\n\nId: a\nTopic: q\n\n	Id\na\n	0	^ncsv: 1 rows
ncsv --ignore-extra counts	ncsv -v --ignore-extra | tail -n 1 | cut -c 1-2	%rec: Article\n\nId: a\nTopic: q\n\n	a,\n	0	1 extra fields left out
ncsv other records have the first one's fields	ncsv	%rec: Book\n\nTitle: T\nPages: 9\n\nPages: 8\nTitle: U\n\n	Title,Pages\nT,9\nU,8\n	0
ncsv other records keep their type	ncsv -o rec	%rec: Book\n\nTitle: T\n\nPages: 8\nTitle: U\n\n	%rec: Book\n\nTitle: T\n\nTitle: U\nPages: 8\n\n	0
ncsv a later field without a column	ncsv	%rec: Book\n\nTitle: T\n\nPages: 8\n\n	Title\nT\n	2	record 2 \(line 5\): no column for the field 'Pages'
ncsv columns that the stream names	ncsv	%rec: Row\n%allowed: a b c\n\nb: 2\n\nc: 3\na: 1\n\n	a,b,c\n,2,\n1,,3\n	0
ncsv columns that the stream names in several lines	ncsv	%rec: Row\n%allowed: a b\n%type: a int\n%allowed: c a\n\nb: 2\nc: 3\n\n	a,b,c\n,2,3\n	0
ncsv records keep to the columns that their stream names	ncsv -o rec	%rec: Row\n%allowed: a b\n\na: 1\n\n%rec: Row\n%allowed: a c\n\na: 2\nc: 3\n\n	%rec: Row\n%allowed: a b\n\na: 1\n\n	2	^ncsv: standard input: record 2 \(line 9\): no column for the field 'c'
ncsv objects do not	ncsv -o jsonl	%rec: Row\n%allowed: a b\n\na: 1\n\nc: 3\n\n	{"a":"1"}\n{"c":"3"}\n	0
ncsv fields with new names are named	ncsv -f Id,Body=Text -o rec | tee x | ncsv; sed -n 1,2p x	%rec: Article\n\nId: a\nText: t\n\n	Id,Body\na,t\n%rec: Article\n%allowed: Id Body\n	0
ncsv -R	ncsv -R -o jsonl	Id: a\nText: t\n\n	{"Id":"a","Text":["t"]}\n	0
ncsv names that records can't have	ncsv -i csv -o rec	e-mail,2024,,a,a,\xc3\xbcber\n1,2,3,4,5,6\n	%rec: Row\n%allowed: e_mail F_2024 Field a a_2 F_ber\n\ne_mail: 1\nF_2024: 2\nField: 3\na: 4\na_2: 5\nF_ber: 6\n\n	0	^ncsv: standard input: column names changed: 'e-mail' to 'e_mail', '2024' to 'F_2024'
ncsv a later name that records can't have	ncsv -o rec	{"a":1}\n{"a":2,"e-mail":3,"x y":4}\n	%rec: Row\n\na: 1\n\na: 2\ne_mail: 3\nx_y: 4\n\n	0	^ncsv: standard input: object 2: 'e-mail' becomes 'e_mail'
ncsv a later name that another becomes	ncsv -o rec	{"a_b":1}\n{"a_b":2,"a-b":9,"a b":8}\n{"a-b":7}\n	%rec: Row\n\na_b: 1\n\na_b: 2\na_b_2: 9\na_b_3: 8\n\na_b_2: 7\n\n	0	^ncsv: standard input: object 2: 'a-b' becomes 'a_b_2'
ncsv a later name that is taken	ncsv -o rec	{"x":1}\n{"a-b":1,"a_b":2,"a_b_2":3}\n	%rec: Row\n\nx: 1\n\na_b: 1\na_b_2: 2\na_b_2_2: 3\n\n	0	^ncsv: standard input: object 2: 'a-b' becomes 'a_b'
ncsv text is cleaned on its way in	ncsv -v -i csv -o rec	a\n"x \x01\r\n\x1b[31my\xe9"\n	%rec: Row\n%allowed: a\n\na: x\na: y\xef\xbf\xbd\n\n	0	1 line ends .*1 ill-formed
ncsv a final backslash gets a blank	ncsv -i csv -o rec	a\nx\\\n	%rec: Row\n%allowed: a\n\na: x\\ \n\n	0
ncsv a row of empty cells is a record	ncsv -i csv -o rec	a,b\n,\n	%rec: Row\n%allowed: a b\n\na: \n\n	0
ncsv a table of Articles is Articles	ncsv -i csv -o rec	Id,Text\na,t\n	%rec: Article\n%allowed: Id Text\n\nId: a\nText: t\n\n	0
ncsv two streams are one	ncsv -f Id	%rec: Article\n\nId: a\n\n%rec: Article\n\nId: b\n\n	Id\na\nb\n	0

# --- columns
ncsv -f picks, orders and renames	ncsv -i csv -f x=c,a	a,b,c\n1,2,3\n	x,a\n3,1\n	0
ncsv -f of records	ncsv -f id=Id,Text	%rec: Article\n\nText: t\nText: u\nId: a\nTopic: q\n\n	id,Text\na,"t\nu"\n	0
ncsv -f of objects	ncsv -f Id=id,Text=text -o rec	{"id":7,"text":"t","more":1}\n	%rec: Article\n\nId: 7\nText: t\n\n	0
ncsv -f a name that is not there	ncsv -i csv -f a,z	a,b\n1,2\n	-	2	^ncsv: standard input: row 1: no column 'z' in the header
ncsv -f a name that is not there, lax	ncsv -i csv --lax -f a,z	a,b\n1,2\n	a,z\n1,\n	0
ncsv -f a comma in a name	ncsv -i csv -f 'x\,y'	"x,y",b\n1,2\n	"x,y"\n1\n	0
ncsv -f an empty name	ncsv -f a,,b	-	-	2	^ncsv: option --fields: an empty name in 'a,,b'
ncsv -f a name twice	ncsv -f a,b,a	-	-	2	^ncsv: option --fields: 'a' stands twice
ncsv -f a name that no record can have	ncsv -f 'X, Y'	%rec: A\n\nX: 1\nY: 2\n\n	-	2	^ncsv: standard input: no record has a field ' Y', which -f names
ncsv -f a name that no record can have, lax	ncsv --lax -f 'X, Y'	%rec: A\n\nX: 1\nY: 2\n\n	X, Y\n1,\n	0
ncsv -N an input with one cell less	printf '1,2\n' >x; printf '3\n4,5\n' >y; ncsv -N -i csv x y	-	1,2\n	2	^ncsv: y: row 1: 1 cell, but the first input has 2; --lax
ncsv -N an input with one cell less, lax	printf '1,2\n' >x; printf '3\n4\n' >y; ncsv --lax -N -i csv x y	-	1,2\n3,\n4,\n	0
ncsv -N	ncsv -i csv -N	a,b\n1,2\n	a,b\n1,2\n	0
ncsv -N names the columns	ncsv -i csv -N -o jsonl	a,b\n1,2\n	{"c1":"a","c2":"b"}\n{"c1":"1","c2":"2"}\n	0
ncsv -N with -f	ncsv -i csv -N -f Id=c2 -o rec	a,b\n1,2\n	%rec: Article\n%allowed: Id\n\nId: b\n\nId: 2\n\n	0
ncsv -N of TSV	ncsv -i tsv -N -f c2,c1	a\tb\n1\t2\n	b,a\n2,1\n	0
ncsv -N of records writes no header	ncsv -N -f Id	%rec: Article\n\nId: a\n\n	a\n	0
ncsv inputs with their columns in another order	printf 'a,b\n1,2\n' >x; printf 'b,a\n3,4\n' >y; ncsv -i csv x y	-	a,b\n1,2\n4,3\n	0
ncsv an input with one column less	printf 'a,b\n1,2\n' >x; printf 'b\n3\n' >y; ncsv -i csv x y	-	a,b\n1,2\n,3\n	0
ncsv an input with one column more	printf 'a,b\n1,2\n' >x; printf 'a,b,c\n3,4,5\n' >y; ncsv -i csv x y	-	a,b\n1,2\n	2	^ncsv: y: row 1: no column for 'c'
ncsv an input with one column more, left out	printf 'a,b\n1,2\n' >x; printf 'a,b,c\n3,4,5\n' >y; ncsv -i csv --ignore-extra x y	-	a,b\n1,2\n3,4\n	0
ncsv an input with one column more, to objects	printf 'a,b\n1,2\n' >x; printf 'c,a\n5,3\n,4\n' >y; ncsv -i csv -o jsonl x y x	-	{"a":"1","b":"2"}\n{"a":"3","b":"","c":"5"}\n{"a":"4","b":"","c":""}\n{"a":"1","b":"2"}\n	0
ncsv an input with one column more, to records	printf 'a,b\n1,2\n' >x; printf 'a,c\n3,5\n' >y; ncsv -i csv -o rec x y	-	%rec: Row\n%allowed: a b\n\na: 1\nb: 2\n\n	2	^ncsv: y: row 1: no column for 'c'
ncsv a table with one column more than objects, to records	echo '{"a":1}' >x; printf 'a\ta-b\ta_b\n3\t5\t6\n7\t\t8\n' >y; ncsv -o rec x y	-	%rec: Row\n\na: 1\n\na: 3\na_b: 5\na_b_2: 6\n\na: 7\na_b_2: 8\n\n	0	^ncsv: y: row 1: 'a-b' becomes 'a_b'
ncsv a first object without members, to objects	ncsv -o jsonl	{}\n{"Id":"x","Text":"t"}\n{}\n	{}\n{"Id":"x","Text":["t"]}\n{}\n	0
ncsv a first object without members, to records	ncsv -o rec	{}\n{"a":1}\n	-	2	object 1 .*no columns
ncsv inputs of several formats	printf 'a\tb\n1\t2\n' >x; echo '{"b":4,"a":3}' >y; ncsv x y	-	a,b\n1,2\n3,4\n	0

# --- joining
ncsv -j	ncsv -j ' | ' -f Id,Text	%rec: Article\n\nId: a\nText: x\nText: y\n\n	Id,Text\na,x | y\n	0
ncsv -j that has to be quoted	ncsv -j ', ' -f Id,Text	%rec: Article\n\nId: a\nText: x\nText: y\n\n	Id,Text\na,"x, y"\n	0
ncsv -j splits too	ncsv -i csv -j '; ' -o rec	a,b\nx; y,"1\n2"\n	%rec: Row\n%allowed: a b\n\na: x\na: y\nb: 1\nb: 2\n\n	0
ncsv -j that cleaning would take splits back	printf '%%rec: A\n\nX: a\nX: b\n\n' | ncsv -j "$(printf '\037')" | ncsv -i csv -j "$(printf '\037')" -o rec	-	%rec: Row\n%allowed: X\n\nX: a\nX: b\n\n	0
ncsv -j that begins with a blank splits back, empty values too	ncsv -j ' | ' | ncsv -i csv -j ' | ' -o rec	%rec: A\n\nX: a\nX: b\nX: \n\n	%rec: Row\n%allowed: X\n\nX: a\nX: b\nX: \n\n	0
ncsv -j: blanks before it end a line	ncsv -i csv -j ';' -o rec	X,Y\na ; b,"2 \n3;"\n	%rec: Row\n%allowed: X Y\n\nX: a\nX:  b\nY: 2\nY: 3\nY: \n\n	0
ncsv -j: what cleaning leaves nothing of is an empty cell	ncsv -i csv -j ';' -o rec	X,Y\n" ",2\n	%rec: Row\n%allowed: X Y\n\nY: 2\n\n	0
ncsv -j: objects of Articles are split too	ncsv -i csv -j ' | ' -o jsonl	Id,Text\na,"x | y\nz"\n	{"Id":"a","Text":["x","y","z"]}\n	0
ncsv -j with escapes	ncsv -j '\t' -o csv -f Text	%rec: Article\n\nText: x\nText: y\n\n	Text\nx\ty\n	0
ncsv -j of nothing	ncsv -j '' -f Text	%rec: Article\n\nText: x\nText: y\n\n	Text\nxy\n	0
ncsv empty values among others	ncsv -f Text | ncsv -i csv -o rec	%rec: Article\n\nText: x\nText: \nText: y\nText: \n\n	%rec: Article\n%allowed: Text\n\nText: x\nText: \nText: y\nText: \n\n	0

# --- spreadsheets
ncsv --excel	ncsv --excel	a\tb\nx\ty,z\n	\xef\xbb\xbfa,b\r\nx,"y,z"\r\n	0
ncsv --excel reads back	ncsv --excel | ncsv -i csv	a\tb\nx\ty,z\n	a,b\nx,"y,z"\n	0
ncsv --safe-formulas	ncsv -i csv --safe-formulas	a,b,c\n=1+1,+44,-30-\n@x,"\tx",\xef\xbc\x9d1\nx=1,1-2,'\n	a,b,c\n"'=1+1","'+44","'-30-"\n"'@x","'\tx","'\xef\xbc\x9d1"\nx=1,1-2,'\n	0
ncsv --safe-formulas in TSV	ncsv --safe-formulas -o tsv	a\tb\n=1\tx\n	a\tb\n'=1\tx\n	0
ncsv --safe-formulas sees the joined cell	ncsv --safe-formulas -j -	%rec: R\n\nX: \nX: 1+1\n\n	X\n"'-1+1"\n	0
ncsv --safe-formulas sees the joined cell, in TSV	ncsv --safe-formulas -j - -o tsv	%rec: R\n\nX: \nX: 1+1\n\n	X\n'-1+1\n	0
ncsv --safe-formulas sees a value behind empty ones	ncsv --safe-formulas -j ''	%rec: R\n\nX: \nX: \nX: =1\n\n	X\n"'=1"\n	0
ncsv formulas are let be	ncsv -i csv	a\n=1+1\n	a\n=1+1\n	0
