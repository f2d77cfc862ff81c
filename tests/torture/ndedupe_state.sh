#!/bin/sh
# The whole of what tests/ndedupe/state.sh does in short.
TORTURE=1 exec tests/ndedupe/state.sh
