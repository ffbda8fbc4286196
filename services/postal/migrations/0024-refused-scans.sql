-- What became of a scan that could not count: a person says so, once, and why.
create table scan_settlement (
  scan       text        not null,
  reason     text        not null,
  settled_by text        not null,
  office     text        not null,
  settled_at timestamptz not null,
  constraint scan_settlement_pk primary key (scan),
  constraint scan_settlement_scan_fk foreign key (scan) references scan (id)
);
create index scan_refused_office on scan (office, recorded_at, id) where refusal is not null;
