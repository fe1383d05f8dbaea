#!/bin/sh
# Runs Java with the given arguments for as long as whoever started it lives: its standard input
# closes when that process ends, even by kill -9, and Java ends with it.
export DDB_LOCAL_TELEMETRY=0
exec 3<&0
(
  cat <&3 >/dev/null
  kill -9 $$ 2>/dev/null
) &
exec java -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "$@" </dev/null 3<&-
