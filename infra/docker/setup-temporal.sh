#!/bin/sh
# Creates Temporal's two databases and brings their schemas to the server's version. Safe to run again.
set -eu

# The tool tells each statement: worth reading only where one fails.
quietly() {
  said=$("$@" 2>&1) || { printf '%s\n' "$said" >&2; return 1; }
}

prepare() {
  tool="temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u postgres --db $1"
  quietly $tool create
  quietly $tool setup-schema -v 0.0
  quietly $tool update-schema -d "/etc/temporal/schema/postgresql/v12/$2/versioned"
  echo "$1 ready"
}

prepare temporal temporal
prepare temporal_visibility visibility
