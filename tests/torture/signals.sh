#!/bin/sh
# The whole of what tests/faults/signals.sh does in short.
TORTURE=1 exec tests/faults/signals.sh
