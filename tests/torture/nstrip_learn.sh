#!/bin/sh
# The whole of what tests/faults/learn.sh does in short.
TORTURE=1 exec tests/faults/learn.sh
