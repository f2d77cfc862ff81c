#!/bin/sh
# Every option of every tool, used wrongly: exit 2, the reason, what helps, nothing on stdout.
. tests/tap.sh

# refuses ARGUMENTS...
refuses() {
	run "$tool" "$@" </dev/null
	if [ $status -ne 2 ] || [ -s out ] || ! grep -q "^$tool: try '$tool --help'$" err; then
		bad="$bad [$*: $status $(head -n 1 err)]"
	fi
}

for tool in $TOOLS; do
	built "$tool" || continue
	"$tool" --help >help
	letters=$(sed -nE 's/^  -(.), .*/\1/p' help | tr -d '\n')
	bad=
	for long in $(sed -nE 's/^ .*--([a-z-]+)=.*/\1/p' help); do refuses "--$long"; done
	for letter in $(sed -nE 's/^  -(.), --[a-z-]+=.*/\1/p' help); do refuses "-$letter"; done
	is "$tool, arguments missing" "$bad" ''
	bad=
	for long in $(sed -nE 's/^ .*--([a-z-]+)  .*/\1/p' help); do refuses "--$long=x"; done
	is "$tool, arguments not wanted" "$bad" ''
	bad=
	for letter in a b c d e f g h i j k l m n o p q r s t u v w x y z A B C D E F G H I J K L M N O P Q R S T U V W X Y Z 1 2 3 4 5 6 7 8 9 0; do
		case $letters in *$letter*) ;; *) refuses -$letter ;; esac
	done
	is "$tool, letters that mean nothing" "$bad" ''
done
