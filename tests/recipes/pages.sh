#!/bin/sh
# pages-parallel: the table of one pipe, whoever makes it; nothing lost.
. tests/tap.sh
built nsplit nstrip nents || exit 0
command -v parallel >/dev/null || { skip 'pages-parallel' 'GNU parallel is not installed'; exit 0; }
HOME=$TMP
export HOME
recipe=$ROOT/scripts/recipes/pages-parallel
mkdir pages elsewhere elsewhere/one elsewhere/two
for page in "$ROOT"/tests/pages/*.in; do cp "$page" "pages/$(basename "$page" .in) page.txt"; done
ls pages/*.txt >list
tr '\n' '\0' <list | xargs -0 nsplit | nstrip | nents >want

# finds NAME: did the last run give the one table, and say nothing? (A machine without /sys makes lscpu complain.)
finds() {
	sed -i '/lscpu/d' err
	ends "$1" 0 ''
	same "$1: the table" out want
}
run "$recipe" list -n 3 -j 2
finds 'on this host'
run sh -c 'cat list | "$@"' sh "$recipe" /dev/stdin -n 3 -j 2
finds 'of a list that comes from a pipe'

# a host is what a command leads to: here a shell of its own, in a place of its own
cat >ssh <<'SH'
#!/bin/sh
while [ "${1#-}" != "$1" ]; do [ "$1" != -l ] || shift; shift; done
host=$TMP/elsewhere/$1
echo "$1" >>"$TMP/hosts"
shift
[ "$1" != -- ] || shift
cd "$host" && exec env HOME="$host" sh -c "$*"
SH
chmod +x ssh
PARALLEL_SSH=$TMP/ssh
export PARALLEL_SSH
if command -v rsync >/dev/null; then
	run env -u SHELL "$recipe" list -n 3 --sshlogin 1/one,1/two --env PATH
	finds 'on two hosts'
	is 'both worked' "$(sort -u hosts | grep -c .)" 2
	is 'and nothing stays there' "$(find elsewhere/*/* 2>/dev/null)" ''
	run "$recipe" list -n 3 --sshlogin :,1/one --env PATH
	finds 'on a host and this one'
	check 'pages of this host stay' test -s pages/wire\ page.txt
else
	skip 'on two hosts' 'there is no rsync'
fi
for host in one two; do ln -s ../../pages elsewhere/$host/pages; done
run env SAME_FOLDER=yes "$recipe" list -n 3 --sshlogin 1/one,1/two --env PATH
finds 'on two hosts that share the folder'

{ cat list; echo pages/none.txt; } >longer
run "$recipe" longer -n 3
ends 'a page that is not there' 2 'pages/none.txt: opening: No such file'
is 'gives no table' "$(cat out)" ''
printf '#!/bin/sh\n%s "$@"\nexit 2\n' "$(command -v nstrip)" >nstrip
chmod +x nstrip
run env PATH="$TMP:$PATH" "$recipe" list -n 3
ends 'a part of the pipe that fails' 2 ''"This job failed"
rm nstrip
for ssh in false deaf; do
	printf '#!/bin/sh\nexec cat >/dev/null\n' >deaf
	chmod +x deaf
	[ $ssh = false ] || ssh=$TMP/deaf
	run env SAME_FOLDER=yes PARALLEL_SSH="$ssh" "$recipe" list -n 3 --sshlogin 1/one
	is "a host that answers nothing (${ssh##*/})" "$status $(cat out)" '2 '
done
check 'is told' grep -q "pages-parallel: of $(grep -c . list) pages nothing came back" err
