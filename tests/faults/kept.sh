#!/bin/sh
# Files that last, where they can't: a full disk, a quota, a limit, a failing close; and where there is no regular file: what
# is there is opened in place and left as it is, a symbolic link stays one.
. tests/tap.sh
built ndedupe nstrip || exit 0
sample ndedupe in 3 60
sample ndedupe more 4 60

for job in 'ndedupe --state' 'nstrip --learn'; do
	tool=${job% *} option=${job#* }
	rm -rf base kept* spool target* folder pipe device
	"$tool" "$option=base" in >out
	cp base kept

	# failed NAME: exit 2, a message that names the file, nothing changed, nothing left.
	failed() {
		ends "$job: $1" 2 "^$tool: .*kept"
		same "$job: $1: it is as it was" kept base
		check "$job: $1: no successor" test ! -e kept.new
	}
	if [ -z "$SANITIZE" ]; then
		for point in write:EDQUOT write:ENOSPC write:EIO write:EFBIG close:EIO close:EDQUOT close:ENOSPC fsync:EIO fsync:ENOSPC \
			fchmod:EPERM lseek:EIO; do
			run strace -qq -o trace -P "$TMP/kept.new" -e trace="${point%:*}" -e inject="${point%:*}:error=${point#*:}" "$tool" "$option=kept" more
			failed "${point%:*} gives ${point#*:}"
		done
		for point in rename:EROFS rename:EXDEV flock:ENOLCK; do
			run strace -qq -o trace -e trace="${point%:*}" -e inject="${point%:*}:error=${point#*:}" "$tool" "$option=kept" more
			failed "${point%:*} gives ${point#*:}"
		done
	fi
	# What it says goes through a pipe too: nothing can be written to a file.
	{ (trap '' XFSZ; ulimit -f 0; exec "$tool" "$option=kept" more >/dev/null) 2>&1; echo "status $?"; } | cat >err
	status=$(sed -n 's/^status //p' err)
	failed 'a limit of file sizes'

	# not_a_file NAME PATH: refused, by its name, and it is what it was.
	not_a_file() {
		was=$(stat -c '%F %i' "$2")
		run timeout 20 "$tool" "$option=$2" more
		ends "$job: $1" 2 "^$tool: $2: "
		is "$job: $1: it is what it was" "$(stat -c '%F %i' "$2")" "$was"
		check "$job: $1: no successor" test ! -e "$2.new"
		is "$job: $1: nothing is written without it" "$(wc -c <out)" 0
	}
	mkdir folder && mkfifo pipe && ln -s pipe kept.pipe && ln -s kept.loop kept.loop
	not_a_file 'a folder' folder
	not_a_file 'a pipe' pipe
	not_a_file 'a symbolic link to a pipe' kept.pipe
	not_a_file 'a symbolic link to itself' kept.loop
	if mknod device c 1 3 2>/dev/null; then not_a_file 'a device' device; else skip 'a device' 'only root makes one'; fi
	not_a_file 'a device of the system' /dev/full
	run "$tool" "$option=in/x" more
	ends "$job: below a file" 2 "^$tool: in/x: .*Not a directory"
	run "$tool" "$option=" more
	ends "$job: no name" 2 "^$tool: "

	# Links, and files of others' making.
	mkdir spool && ln -s ../target spool/link
	run "$tool" "$option=spool/link" in
	ends "$job: a dangling link makes its target" 0 ''
	check "$job: and stays one" test -h spool/link
	run "$tool" "$option=spool/link" more
	ends "$job: the target is replaced" 0 ''
	check "$job: and the link stays one" test -h spool/link
	is "$job: nothing else is left" "$(ls -A spool)" link
	: >kept
	chmod 640 kept
	run "$tool" "$option=kept" in
	ends "$job: an empty file is a new one" 0 ''
	cp base kept && chmod 640 kept
	run "$tool" "$option=kept" more
	is "$job: permissions stay" "$(stat -c %a kept)" 640
	rm -f kept
	(umask 0; run "$tool" "$option=kept" more)
	is "$job: a new one is for its owner alone" "$(stat -c %a kept)" 600
	ln -f kept hard
	run "$tool" "$option=kept" more
	ends "$job: a file with two names" 0 ''
done
