#!/bin/sh
# The whole of what tests/nstrip/memory.sh does in short.
TORTURE=1 exec tests/nstrip/memory.sh
