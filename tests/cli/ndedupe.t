# ndedupe's options, one line each. Format: tests/table.c.
# --- plain text
first one stays, order stays	ndedupe	b\na\nb\nc\na\n	b\na\nc\n	0
a last line without its end	ndedupe	a\nb	a\nb\n	0
the same line with and without its end	ndedupe	a\na	a\n	0
empty lines are lines	ndedupe	\n\na\n\n	\na\n	0
NUL, CR and bytes that are no UTF-8 count	ndedupe	a\x00b\na\x00c\na\r\na\n\xff\n\xff\n	a\x00b\na\x00c\na\r\na\n\xff\n	0
trailing blanks count	ndedupe	a\na \n	a\na \n	0
-c	ndedupe -c	b\na\nb\n	      2 b\n      1 a\n	0
-d	ndedupe -d	b\na\nb\nb\n	b\nb\n	0
-g	ndedupe -g	b\na\nb\n	id\tkept\tsimilarity\tkind\n3\t1\t1.000\tequal\n	0
-n	ndedupe -n	b\nb\na\n	1\tb\n3\ta\n	0
-n -d	ndedupe -nd	b\nb\na\n	2\tb\n	0
-z	ndedupe -z	a\nb\x00a\nb\x00c	a\nb\x00c\x00	0
--wide	ndedupe --wide	b\na\nb\n	b\na\n	0
--wide -d	ndedupe --wide -d	b\na\nb\n	b\n	0
several files are one text	printf 'a\nb' >x; printf 'b\nc\n' >y; ndedupe x y x	-	a\nb\nc\n	0
--shard: the parts are the whole	printf 'a\nb\nc\nd\ne\na\nb\n' >x; for i in 1 2 3; do ndedupe -n --shard=$i/3 x; done | sort -n | cut -f 2-	-	a\nb\nc\nd\ne\n	0
--forget keeps what fits	ndedupe --memory=1M --forget	b\na\nb\n	b\na\n	0
-v	ndedupe -v	b\na\nb\n	b\na\n	0	^ndedupe: 3 lines read, 2 written
-c of a shard	for i in 1 2; do printf 'a\na\nb\nc\nc\nd\n' | ndedupe -c --shard=$i/2; done | sort	-	      1 b\n      1 d\n      2 a\n      2 c\n	0
-g of a shard	for i in 1 2; do printf 'a\na\nb\nc\nc\nd\n' | ndedupe -g --shard=$i/2 | sed 1d; done | sort	-	2\t1\t1.000\tequal\n5\t4\t1.000\tequal\n	0
# --- repeats within a record
a title twice	ndedupe -w	%rec: Article\n\nTitle: A\nTitle: A\nTitle: B\n\n	%rec: Article\n\nTitle: A\nTitle: B\n\n	0
captions, sources, dates twice	ndedupe -w	%rec: Article\n\nCaption: A\nCaption: A\nSource: S\nSource: S\nDate: D\nDate: D\nCaption: B\n\n	%rec: Article\n\nCaption: A\nSource: S\nDate: D\nCaption: B\n\n	0
a caption that is the title	ndedupe -w	%rec: Article\n\nTitle: A\nCaption: A\nText: A\nText: b\nByline: A\n\n	%rec: Article\n\nTitle: A\nText: b\nByline: A\n\n	0
a title after its caption stays	ndedupe -w	%rec: Article\n\nCaption: A\nTitle: A\n\n	%rec: Article\n\nCaption: A\nTitle: A\n\n	0
other fields twice stay	ndedupe -w	%rec: Article\n\nId: a\nId: a\nTag: x\nTag: x\nPerson: P\nPerson: P\n\n	%rec: Article\n\nId: a\nId: a\nTag: x\nTag: x\nPerson: P\nPerson: P\n\n	0
-w drops no record	ndedupe -w	%rec: Article\n\nText: A b\n\nText: A b\n\n	%rec: Article\n\nText: A b\n\nText: A b\n\n	0
# --- equal records
another page, case, quotes, line breaks	ndedupe	%rec: Article\n\nId: a\nPage: p\nTitle: The Cat\nText: sat, on "the" mat.\n\nId: b\nUrl: u\nTitle: The cat sat\nText: on the\nText: MAT\n\n	%rec: Article\n\nId: a\nPage: p\nTitle: The Cat\nText: sat, on "the" mat.\n\n	0
compatible forms of characters	ndedupe	%rec: Article\n\nText: \xef\xbc\xa1\xef\xac\x81n \xc3\x89\n\nText: AFIN e\xcc\x81\n\n	%rec: Article\n\nText: \xef\xbc\xa1\xef\xac\x81n \xc3\x89\n\n	0
digits count	ndedupe	%rec: Article\n\nText: up 1.5 points\n\nText: up 1.6 points\n\nText: up 15 points\n\n	%rec: Article\n\nText: up 1.5 points\n\nText: up 1.6 points\n\nText: up 15 points\n\n	0
digits count beside what is not ASCII	ndedupe -d	%rec: Article\n\nText: cost \xe2\x82\xac1.5 m\n\nText: cost \xe2\x80\x9c1.5\xe2\x80\x9d m\n\nText: cost $1.5 m\n\nText: cost \xe2\x82\xac1 5 m\n\n	%rec: Article\n\nText: cost \xe2\x80\x9c1.5\xe2\x80\x9d m\n\nText: cost $1.5 m\n\n	0
halves and quarters count	ndedupe	%rec: Article\n\nText: cut by \xc2\xbd point\n\nText: cut by \xc2\xbc point\n\nText: 5 m\xc2\xb2\n\nText: 5 m2\n\n	%rec: Article\n\nText: cut by \xc2\xbd point\n\nText: cut by \xc2\xbc point\n\nText: 5 m\xc2\xb2\n\n	0
words are read as states and sketches have it: else raise WORDS_VERSION in words.h	ndedupe --sketch | grep ^k	%rec: Article\n\nId: a\nTitle: \xc3\x84 \xe2\x80\x9c\xc2\xbd of\xe2\x80\x9d \xe2\x82\xac1,250.5\n\n	k0ebbecab7c79cdd8f50ad347\t000000.0000000001\ta\n	0
a headline is no duplicate of another	ndedupe	%rec: Article\n\nTitle: Stocks rise as investors await the decision of the bank on Monday\n\nTitle: Stocks rise as investors await the decision of the bank on Tuesday\n\n	%rec: Article\n\nTitle: Stocks rise as investors await the decision of the bank on Monday\n\nTitle: Stocks rise as investors await the decision of the bank on Tuesday\n\n	0
records without words: all fields but where from	ndedupe	%rec: Person\n\nId: a\nName: X\n\nId: b\nName: X\n\nName: Y\n\nNames: X\n\n	%rec: Article\n\nId: a\nName: X\n\nName: Y\n\nNames: X\n\n	0
-d	ndedupe -d	%rec: Article\n\nId: a\nText: x\n\nId: b\nText: x\n\n	%rec: Article\n\nId: b\nText: x\n\n	0
-g	ndedupe -g	%rec: Article\n\nId: a\nText: x\n\nText: x\n\nId: c\nText: x\n\n	id\tkept\tsimilarity\tkind\n#2\ta\t1.000\tequal\nc\ta\t1.000\tequal\n	0
-c	ndedupe -c	%rec: Article\n\nId: a\nText: x\n\nText: y\n\nText: x\n\n	%rec: Article\n\nId: a\nText: x\nCopies: 2\n\nText: y\nCopies: 1\n\n	0
-c over the output of -c adds up	printf '%%rec: Article\n\nId: a\nText: x\nCopies: 3\n\nCopies: 1\nText: y\n\n' >c; ndedupe -c c c	-	%rec: Article\n\nId: a\nText: x\nCopies: 6\n\nText: y\nCopies: 2\n\n	0
-c where Copies is no number	ndedupe -c	%rec: Article\n\nText: x\nCopies: many\n\nText: x\nCopies: 12345678901234567890\n\nText: x\nCopies: \n\n	%rec: Article\n\nText: x\nCopies: many\nCopies: 3\n\n	0
-l	ndedupe -l	%rec: Article\n\nText: One thing.\nText: Read on.\n\nText: Read on.\nText: Another matter.\n\n	%rec: Article\n\nText: One thing.\nText: Read on.\n\nText: Another matter.\n\n	0
-k	ndedupe -k Url	%rec: Article\n\nUrl: u\nText: x\n\nUrl: u\nText: y\n\nUrl: v\nText: x\n\n	%rec: Article\n\nUrl: u\nText: x\n\nUrl: v\nText: x\n\n	0
-k twice	ndedupe -k Url -k Date	%rec: Article\n\nUrl: u\nDate: d\n\nUrl: u\nDate: e\n\nDate: d\nUrl: u\n\n	%rec: Article\n\nUrl: u\nDate: d\n\nUrl: u\nDate: e\n\n	0
-k on a record without it: kept, 1	ndedupe -k Url	%rec: Article\n\nText: x\n\nText: x\n\n	%rec: Article\n\nText: x\n\nText: x\n\n	1	^ndedupe: 2 records without a field of -k: kept
-c -k beside records without the field	ndedupe -c -k Url	%rec: Article\n\nText: x\n\nUrl: u\n\nUrl: u\n\n	%rec: Article\n\nText: x\nCopies: 1\n\nUrl: u\nCopies: 2\n\n	1	^ndedupe: 1 record
-R	ndedupe -R	Text: x\n\nText: x\n\n	%rec: Article\n\nText: x\n\n	0
-v	ndedupe -v	%rec: Article\n\nText: x\n\nText: x\n\n	%rec: Article\n\nText: x\n\n	0	^ndedupe: 2 records read; dropped: 1 equal, 0 near
# --- wrong
-t needs a share	ndedupe -t 2	-	-	2	^ndedupe: .*--threshold.*'2'
-k needs a name	ndedupe -k 'a b'	-	-	2	^ndedupe: .*--key.*'a b'
-c and -g	ndedupe -cg	-	-	2	^ndedupe: -c and -g can't be had together
-n and -c	ndedupe -nc	-	-	2	^ndedupe: -n and -c or -g can't be had together
-g of lines with a state	: >s; ndedupe -g --state=s	a\n	-	2	^ndedupe: -g can't tell the lines of a state.*: leave out --state and --forget
-g of lines with --forget	ndedupe -g --memory=1M --forget	a\n	-	2	^ndedupe: -g can't
--forget alone	ndedupe --forget	-	-	2	^ndedupe: --forget needs --memory
--expire alone	ndedupe --expire=30d	-	-	2	^ndedupe: --read-only and --expire need --state
--memory too small	ndedupe --memory=10K	-	-	2	^ndedupe: .*--memory.*too few
--updates maybe	ndedupe --updates=maybe	-	-	2	^ndedupe: .*--updates.*'maybe'
--shard 0/4	ndedupe --shard=0/4	-	-	2	^ndedupe: .*--shard.*'0'
--shard 5/4	ndedupe --shard=5/4	-	-	2	^ndedupe: .*--shard.*'5'
--shard without its whole	ndedupe --shard=3	-	-	2	^ndedupe: .*--shard.*'3'
two halves at once	ndedupe --sketch --join	-	-	2	^ndedupe: only one of
-k on plain text	ndedupe -k Url	a\n	-	2	^ndedupe: standard input: plain text, but .*-k.* are for records; -R
-n on records	ndedupe -n	%rec: Article\n\nText: x\n\n	-	2	^ndedupe: standard input: records, but -n, -z and --shard are for plain text
records, then plain text	printf '%%rec: Article\n\nText: x\n\n' >a; printf 'x\n' >b; ndedupe a b	-	%rec: Article\n\nText: x\n\n	2	^ndedupe: b: plain text, but the input before it was records
memory is full	seq 1000000 | ndedupe --memory=1M >/dev/null	-	-	2	^ndedupe: memory of 1024K is full after [0-9]+ lines.*--memory 2048K.*--forget
memory is full: with -c, no line more than were read	seq 1 200000 | ndedupe -c --memory=1M 2>&1 | tr -dc '0-9 ' | awk '{ print $2 >= $3 }'	-	1\n	0
memory is full: no less than -d leaves	{ seq 1 30000; seq 1 30000; seq 30001 300000; } | ndedupe -d --memory=1M 2>&1 >out | tr -dc '0-9 ' | awk '{ print $2 - $3 }'	-	30000\n	0
memory of -c is full of records: nothing that -c refuses	seq 1 100000 | awk 'BEGIN { print "%rec: A\n" } { print "Text: " $1 "\n" }' | ndedupe -c --memory=1M 2>&1 >out | grep -c forget	-	0\n	1
memory of -l is full though all may be forgotten	{ printf '%%rec: A\n\n'; seq -f 'Text: a%g' 1 200000; echo; } | ndedupe -l --memory=1M --forget >out 2>err; grep -c 'is full' err; grep -c 'forget lets' err	-	1\n0\n	1
a long line of the second file	printf 'a\nb\n' >p; { printf '1\n2\n'; head -c 3000 /dev/zero | tr '\0' x; echo; } >q; ndedupe --max-record=1024 p q	-	a\nb\n	2	^ndedupe: q: line 3: longer than 1024 bytes
SOURCE_DATE_EPOCH is no option	SOURCE_DATE_EPOCH=xx ndedupe --state=s	a\n	-	2	^ndedupe: SOURCE_DATE_EPOCH: 'xx' is not a whole number
--progress counts lines	seq 1 1000 | ndedupe --progress >out	-	-	0	^ndedupe: 3.9 kB read, .*/s, 1000 lines$
--sketch needs an Id	printf '%%rec: Article\n\nId: a\nText: x\n\n' >a; printf '%%rec: Article\n\nId: b\nText: x\n\nText: y\n\n' >b; ndedupe --sketch a b >c	-	-	2	^ndedupe: b: record 2: no Id, by which --apply could know it again; nsplit gives one
--join: no sketch	ndedupe --join	hello\n	-	2	^ndedupe: standard input: line 1: not a line of ndedupe --sketch: 'hello'
--join: not sorted	ndedupe --join	s2\t1\ta\ns1\t1\ta\n	-	2	^ndedupe: standard input: line 2: not in order
--apply: no pairs	printf 'hello\n' >p; ndedupe --apply=p	%rec: Article\n\nText: x\n\n	-	2	^ndedupe: p: line 1: not a line of ndedupe --join: 'hello'
--apply: missing	ndedupe --apply=nowhere	%rec: Article\n\nText: x\n\n	-	2	^ndedupe: nowhere: opening
# --- the two halves
halves of one run	printf '%%rec: Article\n\nId: a\nText: x\n\nId: b\nText: x\n\n' >in; ndedupe --sketch in | LC_ALL=C sort | ndedupe --join | LC_ALL=C sort >p; ndedupe --apply=p in	-	%rec: Article\n\nId: a\nText: x\n\n	0
halves by other keys	printf '%%rec: Article\n\nId: a\nUrl: u\n\n' >in; ndedupe --sketch -k Url in | LC_ALL=C sort | ndedupe --join | LC_ALL=C sort >p; ndedupe --apply=p in	-	-	2	^ndedupe: p: of sketches for "records, equal in Url; version 2", but the options say "records, near by samples.*": use the same options for both halves
halves by other methods	printf '%%rec: Article\n\nId: a\nText: x\n\n' >in; ndedupe --sketch --method=minhash in | LC_ALL=C sort | ndedupe --join >p; ndedupe --apply=p in	-	-	2	^ndedupe: p: of sketches for "records, near by minhash
parts that were sketched by other keys	printf '%%rec: Article\n\nId: a\nUrl: u\n\n' >in; { ndedupe --sketch -k Url in; ndedupe --sketch --part=1 in; } | LC_ALL=C sort | ndedupe --join | LC_ALL=C sort >p; ndedupe --apply=p in	-	-	2	^ndedupe: p: of sketches for
-t, --updates and --no-numbers may be other ones	printf '%%rec: Article\n\nId: a\nText: x\n\n' >in; ndedupe --sketch in | LC_ALL=C sort | ndedupe --join >p; ndedupe --apply=p -t 0.5 --updates=drop --no-numbers in	-	%rec: Article\n\nId: a\nText: x\n\n	0
pairs that are cut off	printf '%%rec: Article\n\nId: a\nText: x\n\nId: b\nText: x\n\n' >in; ndedupe --sketch in | LC_ALL=C sort | ndedupe --join | LC_ALL=C sort | head -n 1 >p; ndedupe --apply=p in	-	-	2	^ndedupe: p: not whole: its last line, which tells the options of --sketch, is missing
no pairs at all	printf '%%rec: Article\n\nId: a\nText: x\n\n' >in; : >p; ndedupe --apply=p in	-	-	2	^ndedupe: p: not whole
no pairs and no records	: >p; ndedupe --apply=p	-	-	0
something behind the last line of pairs	printf 'p\trecords\n000000.0000000002\t000000.0000000001\tb\ta\tk\n' >p; ndedupe --apply=p	-	-	2	^ndedupe: p: 
pairs without their records	printf '%%rec: Article\n\nId: a\nText: x\n\nId: b\nText: x\n\n' >in; ndedupe --sketch in | LC_ALL=C sort | ndedupe --join | LC_ALL=C sort >p; ndedupe --apply=p </dev/null	-	-	2	^ndedupe: p: 2 of its records did not come
pairs and records on standard input	ndedupe --apply=-	-	-	2	^ndedupe: --apply=- and the records can't both be standard input
pairs and records on standard input, named	ndedupe --apply=- a -	-	-	2	^ndedupe: --apply=- and the records can't both be
a pair that ends in NUL	printf '1\t0\tb\ta\t\000\n' >p; ndedupe --apply=p	%rec: Article\n\nId: a\n\n	-	2	^ndedupe: p: line 1: not a line of ndedupe --join
--apply -k on a record without it: kept, 1	printf '%%rec: Article\n\nId: a\nText: x\n\n' >in; ndedupe --sketch -k Url in 2>err | LC_ALL=C sort | ndedupe --join >p; ndedupe --apply=p -k Url in	-	%rec: Article\n\nId: a\nText: x\n\n	1	^ndedupe: 1 record without a field of -k: kept
--sketch and -g	ndedupe --sketch -g	-	-	2	^ndedupe: --sketch or --join and -c, -d or -g can't be had together
--join and -d	ndedupe --join -d	-	-	2	^ndedupe: --sketch or --join and -c, -d or -g
--apply and -w	ndedupe --apply=p -w	-	-	2	^ndedupe: -w and --sketch, --join or --apply can't
--part alone	ndedupe --part=1	-	-	2	^ndedupe: --part needs --sketch
-w and --state	ndedupe -w --state=s; test ! -e s	-	-	0	^ndedupe: -w, but without -l, and --state or --memory can't
-w -l and --state	printf '%%rec: A\n\nText: x\n\n' | ndedupe -wl --state=s >/dev/null; ndedupe -wl --state=s	%rec: A\n\nText: x\nText: y\n\n	%rec: Article\n\nText: y\n\n	0
-l and -d	ndedupe -ld	-	-	2	^ndedupe: -l and -d or -g can't
-l and -g	ndedupe -lg	-	-	2	^ndedupe: -l and -d or -g can't
# --- state
yesterday and today	printf 'a\nb\n' | ndedupe --state=s >/dev/null && printf 'b\nc\n' | ndedupe --state=s	-	c\n	0
--read-only adds nothing	printf 'a\n' | ndedupe --state=s >/dev/null; printf 'b\n' | ndedupe --state=s --read-only; printf 'a\nb\n' | ndedupe --state=s --read-only	-	b\nb\n	0
--read-only needs the file	ndedupe --state=s --read-only	a\n	-	2	^ndedupe: s: opening
--expire	printf 'a\n' | SOURCE_DATE_EPOCH=8640000 ndedupe --state=s >/dev/null; printf 'b\n' | SOURCE_DATE_EPOCH=11000000 ndedupe --state=s >/dev/null; printf 'a\nb\n' | SOURCE_DATE_EPOCH=11318400 ndedupe --state=s --expire=30d	-	a\n	0
a state beyond --memory	seq 400000 | ndedupe --state=s >/dev/null; ndedupe --state=s --memory=1M	a\n	-	2	^ndedupe: s: the state needs more than the 1 MB of --memory: give it more, or let some go with --expire
an empty input leaves it alone	printf 'a\n' | ndedupe --state=s >/dev/null; cksum <s >x; ndedupe --state=s </dev/null; cksum <s | cmp - x	-	-	0
of another version	printf 'a\n' | ndedupe --state=s >/dev/null; printf '\001' | dd of=s bs=1 seek=16 conv=notrunc 2>/dev/null; ndedupe --state=s	a\n	-	2	^ndedupe: s: a state of another version of ndedupe
not a state, and no input	printf 'hello' >s; ndedupe --state=s </dev/null; cat s	-	hello	0	^ndedupe: s: not a state of ndedupe
a state whose end is damaged, and no input	seq 1 9 | ndedupe --state=s >out; printf x | dd of=s bs=1 seek=320 conv=notrunc 2>/dev/null; ndedupe --state=s	-	-	2	^ndedupe: s: the state is damaged
not a state	printf 'hello' >s; ndedupe --state=s; cat s	a\n	hello	0	^ndedupe: s: not a state of ndedupe
of other options	printf 'a\n' | ndedupe --state=s >/dev/null; ndedupe --state=s --wide	a\n	-	2	^ndedupe: s: this state is for "lines, keys of 64 bits", but the options say "lines, keys of 128 bits"
of records, for lines	printf '%%rec: A\n\nText: x\n\n' | ndedupe --state=s >/dev/null; ndedupe --state=s	a\n	-	2	^ndedupe: s: this state is for "records, .*", but the options say "lines
a directory	mkdir s; ndedupe --state=s	a\n	-	2	^ndedupe: s: 
a device	ndedupe --state=/dev/null	a\n	-	2	^ndedupe: /dev/null: not a regular file
a pipe	mkfifo s; ndedupe --state=s	a\n	-	2	^ndedupe: .*s: not a regular file
a symbolic link stays one	: >t; ln -s t s; printf 'a\n' | ndedupe --state=s >/dev/null; test -L s && test -s t && printf 'a\nb\n' | ndedupe --state=s	-	b\n	0
mode stays	: >s; chmod 640 s; printf 'a\n' | ndedupe --state=s >/dev/null; chmod 604 s; printf 'b\n' | ndedupe --state=s >/dev/null; ls -l s | cut -c 1-10	-	-rw----r--\n	0
no directory	ndedupe --state=d/s	a\n	-	2	^ndedupe: d/s: opening
trouble saves nothing	printf 'a\n' | ndedupe --state=s - nowhere; test ! -s s && test ! -e s.new	-	a\n	0	^ndedupe: nowhere: 
a full disk saves nothing	printf 'a\n' | ndedupe --state=s >/dev/full; test ! -s s && test ! -e s.new	-	-	0	^ndedupe: standard output
-g of records does not add to the state	printf '%%rec: A\n\nId: a\nText: x\n\n' >in; ndedupe --state=s </dev/null; ndedupe -g --state=s in; ndedupe --state=s in	-	id\tkept\tsimilarity\tkind\n%rec: Article\n\nId: a\nText: x\n\n	0
-d does not add to the state	printf 'a\n' | ndedupe --state=s >/dev/null; printf 'a\nb\n' >in; ndedupe -d --state=s in; ndedupe --state=s in	-	a\nb\n	0
-d needs the state that it reads	ndedupe -d --state=s	a\n	-	2	^ndedupe: s: opening
-g names records of the state	printf '%%rec: A\n\nId: old\nText: x y\n\n' | ndedupe --state=s >/dev/null; ndedupe -g --state=s	%rec: A\n\nId: new\nText: x y\n\n	id\tkept\tsimilarity\tkind\nnew\told\t1.000\tequal\n	0
