# Sums up TAP logs named PART.TEST.tap: what failed and what was skipped, a line a part, the closing line.
FNR == 1 {
	n = split(FILENAME, path, "/")
	split(path[n], name, ".")
	part = name[1]
	if (!(part in seen)) {
		seen[part] = 1
		parts[++count] = part
	}
	showing = 0
}
/^ok.* # SKIP / {
	skipped[part]++
	why = $0
	sub(/.* # SKIP /, "", why)
	reasons[why]++
	next
}
/^ok/ { passed[part]++; showing = 0; next }
/^not ok/ {
	failed[part]++
	showing = ++shown <= 40 ? 40 : 0
	if (showing)
		print "FAILED: " FILENAME ": " $0
	next
}
showing > 0 { print "        " $0; showing-- }
END {
	if (shown > 40)
		printf "and %d failures more: see the logs\n", shown - 40
	for (why in reasons)
		printf "skipped %d: %s\n", reasons[why], why
	for (i = 1; i <= count; i++) {
		part = parts[i]
		printf "%s: %d passed, %d failed, %d skipped\n", part, passed[part], failed[part], skipped[part]
		p += passed[part]
		f += failed[part]
		s += skipped[part]
	}
	printf "%d passed, %d failed, %d skipped\n", p, f, s
	exit f > 0 || p == 0
}
