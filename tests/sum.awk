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
/^ok.* # SKIP / { skipped[part]++; sub(/^ok[- 0-9]*/, ""); print "skipped: " $0; next }
/^ok/ { passed[part]++; showing = 0; next }
/^not ok/ { failed[part]++; print "FAILED: " FILENAME ": " $0; showing = 40; next }
showing > 0 { print "        " $0; showing-- }
END {
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
