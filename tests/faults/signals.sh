#!/bin/sh
# SIGINT, SIGTERM, SIGHUP and SIGPIPE at each call that touches a file that lasts: the tool dies of that signal, the file is
# the old or the new one, and its successor is gone; so is one that a run which ends in trouble had begun.
. tests/tap.sh
built ndedupe nstrip || exit 0
if [ -n "$SANITIZE" ] || ! strace -o trace -e trace=rename true 2>/dev/null; then
	skip 'signals' 'strace does not work here'
	exit 0
fi
export SOURCE_DATE_EPOCH=1767225600 # the day is in the state

# More than a buffer of state, so that its successor begins long before the end.
articles() { awk -v n="$1" -v seed="$2" -f "$ROOT/tests/ndedupe/articles.awk"; }
articles 60 1 >old
articles 6000 2 | grep -v '^%' >rest
cat old rest >new
sed 's|^Id: \(.*\)|&\nUrl: https://news.example.org/\1|' old >sites.old
sed 's|^Id: \(.*\)|&\nUrl: https://news.example.org/\1|' new | head -n 3000 >sites.new

# dies NAME OLD NEW COMMAND...: the command's file is `kept`.
dies() {
	name=$1
	shift
	rm -f base
	"$@" --"$option"=base "old.$name" >/dev/null
	cp base whole
	"$@" --"$option"=whole "new.$name" >want
	calls='openat flock write fsync close rename unlink fchmod lseek rt_sigaction rt_sigprocmask'
	[ -z "${TORTURE:-}" ] || calls="$calls read newfstatat mmap munmap brk exit_group"
	for signal in TERM INT HUP PIPE; do
		bad='' points=0
		for call in $calls; do
			k=1
			while [ $k -le 400 ]; do
				cp base kept
				env --default-signal=$signal sh -c "\"\$@\"; true" sh timeout -s KILL 60 strace -o trace -e "trace=$call" \
					-e "inject=$call:signal=$signal:when=$k" "$@" --"$option"=kept "new.$name" >out 2>err
				grep -q "^--- SIG$signal" trace || break
				points=$((points + 1))
				grep -q "killed by SIG$signal" trace || bad="$bad $call:$k(not killed)"
				cmp -s kept base || cmp -s kept whole || bad="$bad $call:$k(neither old nor new)"
				[ ! -e kept.new ] || bad="$bad $call:$k(a successor is left)"
				rm -f kept.new
				[ $k -ge 12 ] && k=$((k + k / 4)) || k=$((k + 1))
			done
		done
		[ -n "${TORTURE:-}" ] || calls='openat write rename'
		is "$name: SIG$signal at $points calls" "$bad" ''
		check "$name: SIG$signal: there were calls to try" test $points -ge 10
	done
}
ln -s old old.ndedupe && ln -s new new.ndedupe
ln -s sites.old old.nstrip && ln -s sites.new new.nstrip
option=state
dies ndedupe ndedupe
option=learn
dies nstrip nstrip

# A signal that was ignored stays so: nohup.
cp base kept
(trap '' HUP; exec strace -o trace -e trace=rename -e inject=rename:signal=HUP:when=1 nstrip --learn=kept new.nstrip >out 2>err)
is 'SIGHUP, ignored: the run goes on' "$? $(cmp kept whole && echo new)" '0 new'

# A reader that goes away, a full disk, a record too long: what was not written is not kept.
cp new long.rec
nstrip --learn=memory sites.old >/dev/null
cp memory learned
for trouble in 'nstrip --learn=memory sites.new | head -n 1' 'nstrip --learn=memory sites.new >/dev/full' \
	'nstrip --learn=memory sites.new nowhere' 'nstrip --learn=memory sites.new . '; do
	env --default-signal=PIPE sh -c "$trouble" >out 2>err
	same "$trouble: the memory is as it was" memory learned
done
{ printf 'Id: long\nText: '; head -c 3000000 /dev/zero | tr '\0' a; echo; } >>long.rec
ndedupe --state=state old >/dev/null
cp state before
for trouble in 'ndedupe --state=state new | head -n 1' 'ndedupe --state=state new >/dev/full' \
	'ndedupe --state=state --max-record=1M long.rec' 'ndedupe --state=state new nowhere' 'ndedupe --state=state --memory=1M new'; do
	env --default-signal=PIPE sh -c "$trouble" >out 2>err
	same "$trouble: the state is as it was" state before
	check "$trouble: no successor" test ! -e state.new
	rm -f state.new
done
