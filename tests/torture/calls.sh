#!/bin/sh
# The whole of what tests/faults/calls.sh does in short.
TORTURE=1 exec tests/faults/calls.sh
