# What all five tools do alike. Format: tests/table.c.
# name	command	stdin	stdout	status	stderr

# --- help and version
{tool} --help goes to stdout	{tool} --help | head -n 1 | grep -c '^usage: {tool} '	-	1\n	0
{tool} --version	{tool} --version | grep -cE '^{tool} \(newsprint\) [0-9]+\.[0-9]+\.[0-9]+$'	-	1\n	0
{tool} --help exits 0	{tool} --help	-	*	0
{tool} --version exits 0	{tool} --version	-	*	0
{tool} --help names the common options	{tool} --help | grep -cE -- '--(verbose|line-buffered|seccomp|max-record=size|help|version) '	-	6\n	0

# --- wrong command lines: exit 2, nothing on stdout, the reason, what helps
{tool} unknown long option	{tool} --no-such-option	-	-	2	^{tool}: .*--no-such-option
{tool} unknown long option helps	{tool} --no-such-option	-	-	2	^{tool}: try '{tool} --help'$
{tool} unknown letter	{tool} -Y	-	-	2	^{tool}: .*-Y
{tool} argument missing	{tool} --max-record	-	-	2	^{tool}: .*--max-record .*size
{tool} argument not wanted	{tool} --verbose=3	-	-	2	^{tool}: .*--verbose
{tool} ambiguous	{tool} --ver	-	-	2	^{tool}: .*--ver
{tool} wrong size: no number	{tool} --max-record=lots	-	-	2	^{tool}: .*--max-record.*'lots'
{tool} wrong size: nothing	{tool} --max-record=	-	-	2	^{tool}: .*--max-record
{tool} wrong size: 0	{tool} --max-record=0	-	-	2	^{tool}: .*--max-record.*'0'
{tool} wrong size: negative	{tool} --max-record=-1	-	-	2	^{tool}: .*--max-record.*'-1'
{tool} wrong size: huge	{tool} --max-record=99999999999999999999	-	-	2	^{tool}: .*--max-record
{tool} wrong size: overflow by suffix	{tool} --max-record=99999999999T	-	-	2	^{tool}: .*--max-record
{tool} wrong size: suffix	{tool} --max-record=1Q	-	-	2	^{tool}: .*--max-record.*'1Q'
{tool} right sizes	for s in 1M 65536 1G 200K; do {tool} --max-record=$s >/dev/null || exit 9; done	-	-	0

# --- operands
{tool} missing file	{tool} nowhere.txt	-	*	2	^{tool}: nowhere.txt: .*No such file or directory$
{tool} missing file, then a good one	printf 'x\n' >good; {tool} nowhere.txt good	-	*	2	^{tool}: nowhere.txt: .*No such file or directory$
{tool} no permission or no file	mkdir d; {tool} d/nothing	-	*	2	^{tool}: d/nothing:
{tool} directory as operand	mkdir d; {tool} d	-	*	2	^{tool}: d: .*Is a directory$
{tool} directory as stdin	mkdir d; {tool} <d	-	*	2	^{tool}: standard input: .*Is a directory$
{tool} -- ends options	printf '' > --help; {tool} -- --help >/dev/null	-	-	0
{tool} a name that would steer the terminal	{tool} "$(printf 'a\033[31mb\nc')"	-	*	2	^{tool}: a\\x1b\[31mb\\x0ac: 

# --- nothing in
{tool} empty stdin	{tool} >/dev/null	-	-	0
{tool} empty stdin as -	{tool} - >/dev/null	-	-	0
{tool} /dev/null	{tool} /dev/null >/dev/null	-	-	0
{tool} an empty stream of records	{tool} >/dev/null	%rec: Article\n\n	-	0
{tool} an empty stream without its empty line	{tool} >/dev/null	%rec: Article\n	-	0
nstrip -R on nothing	nstrip -R	-	%rec: Article\n\n	0
ndedupe -R on nothing	ndedupe -R	-	%rec: Article\n\n	0
ncsv -R on nothing	ncsv -R >/dev/null	-	-	0
nents -R on nothing	nents -R >/dev/null	-	-	0

# --- options that all take
{tool} -v reports one line or more, all by name	{tool} -v >/dev/null	one\tline\n	-	0	^{tool}: 
{tool} --line-buffered changes nothing	printf 'A line\tof news.\n' >in; {tool} in >a && {tool} --line-buffered in >b && cmp a b	-	-	0

# --- progress
nstrip --progress counts pages	nstrip --progress	Some text.\n	*	0	^nstrip: 11 B read, .*/s, 1 pages$
{tool} --progress ends with a line	{tool} --progress	-	*	0	^{tool}: 0 B read, 0 B/s, 0 records$
{tool} answers SIGUSR1	sleep 1 | {tool} 2>err >out & sleep 0.5; kill -USR1 $!; wait $!; cat err	-	{tool}: 0 B read, 0 B/s, 0 records\n	0
