#!/bin/sh
# Creates Temporal's two databases and brings their schemas to the server's version. Safe to run again.
set -eu

prepare() {
  tool="temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u postgres --db $1"
  $tool create
  $tool setup-schema -v 0.0
  $tool update-schema -d "/etc/temporal/schema/postgresql/v12/$2/versioned"
}

prepare temporal temporal
prepare temporal_visibility visibility
