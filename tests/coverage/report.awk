# Sums up what `gcov -b -c -t` says of lib and cmd. Variables: root (the tree, with a final slash), below (a share of lines:
# files under it are named), shown (1: say each line that is not run). The first file is the list of exceptions.
# A source that was compiled twice, as check_seq_narrow does with seq.c, is run where either is.
FNR == NR {
	if ($0 ~ /^#/ || $0 == "") next
	n = split($0, cell, "\t+")
	if (n != 3) { print "tests/coverage/exceptions: line " FNR ": wanted: file TAB text of the line TAB reason"; bad = 1; next }
	excepted[cell[1], cell[2]] = 1
	if (cell[2] == "*") whole[cell[1]] = 1
	next
}
/^ *-: +0:Source:/ {
	file = $0
	sub(/.*Source:/, "", file)
	sub(root, "", file)
	sub(/^\.\.\//, "", file)
	mine = file ~ /^(lib|cmd)\/.*\.c$/ && !(file in whole)
	next
}
!mine || /^(call|function|unconditional)/ { next }
/^branch / {
	key = file SUBSEP number SUBSEP $2
	branches[key] = branches[key] || ($3 == "taken" && $4 > 0)
	next
}
{
	split($0, part, ":")
	count = part[1]
	gsub(/ /, "", count)
	number = part[2] + 0
	if (number == 0) next
	said = $0
	sub(/^[^:]*:[^:]*:[ \t]*/, "", said)
	key = file SUBSEP number
	text[key] = said
	here[file, said] = 1
	if (count != "-") lines[key] = lines[key] || count !~ /^[#=]/
}
# lib, or cmd/TOOL
function group_of(file, path) {
	split(file, path, "/")
	return path[1] == "lib" ? "lib" : path[1] "/" path[2]
}
function share(part, all) { return all > 0 ? 100 * part / all : 100 }
END {
	for (key in lines) {
		split(key, at, SUBSEP)
		group = group_of(at[1])
		if (!lines[key] && ((at[1], text[key]) in excepted)) { left_out[group]++; continue }
		all[group]++; all_of[at[1]]++
		if (lines[key]) { run[group]++; run_of[at[1]]++; continue }
		if (shown || group == "lib") missing[at[1]] = missing[at[1]] sprintf("\n    %d: %s", at[2], text[key])
	}
	for (key in branches) {
		split(key, at, SUBSEP)
		if (!lines[at[1], at[2]] && ((at[1], text[at[1], at[2]]) in excepted)) continue
		group = group_of(at[1])
		both[group]++
		taken[group] += branches[key]
	}
	for (file in all_of)
		if (share(run_of[file], all_of[file]) < below) printf "%-36s %6.2f %% of %5d lines\n", file, share(run_of[file], all_of[file]), all_of[file]
	for (file in missing) printf "%s, not run:%s\n", file, missing[file]
	for (pair in excepted) {
		split(pair, at, SUBSEP)
		if (at[2] != "*" && !((at[1], at[2]) in here)) { printf "tests/coverage/exceptions: %s has no such line: %s\n", at[1], at[2]; bad = 1 }
	}
	for (group in all) {
		lines_wanted = group == "lib" ? 100 : 95
		branches_wanted = group == "lib" ? 95 : 85
		l = share(run[group], all[group])
		b = share(taken[group], both[group])
		enough = l >= lines_wanted && b >= branches_wanted
		if (!enough) bad = 1
		printf "%-14s %6.2f %% of %5d lines, %d excepted; %6.2f %% of %5d branches%s\n", group, l, all[group], left_out[group], b, both[group],
			enough ? "" : sprintf(": less than %d and %d", lines_wanted, branches_wanted)
	}
	exit bad
}
