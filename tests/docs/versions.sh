#!/bin/sh
# One version, whoever says it.
. tests/tap.sh
version=$(sed -n 's/^VERSION *= *//p' "$ROOT/Makefile")
packaging=$ROOT/scripts/packaging
check 'the Makefile has one' test -n "$version"
is 'the Debian package' "$(sed -n '1s/^newsprint (\(.*\)-[^-]*) .*/\1/p' "$packaging/debian/changelog")" "$version"
is 'the Homebrew formula' "$(sed -n 's/^ *version "\(.*\)"/\1/p' "$packaging/newsprint.rb")" "$version"
is 'its tarball' "$(sed -n 's/.*newsprint-\([0-9.]*\)\.tar\.gz"/\1/p' "$packaging/newsprint.rb")" "$version"
is 'the Nix expression' "$(sed -n 's/^ *version = "\(.*\)";/\1/p' "$packaging/package.nix")" "$version"
for tool in $TOOLS; do
	built "$tool" || continue
	is "$tool --version" "$("$tool" --version)" "$tool (newsprint) $version"
done
