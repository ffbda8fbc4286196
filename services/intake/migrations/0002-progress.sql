-- What the ledger has told about each dossier. `at` is when it happened, `applied_at` the wall time it was seen here.
create table progress (
  dossier_id uuid        not null,
  seq        int         not null,
  at         timestamptz not null,
  axes       jsonb       not null,
  applied_at timestamptz not null default clock_timestamp(),
  constraint progress_pk primary key (dossier_id)
);

-- Organisations a dossier has gone through, been offered to or asked of: their officers may read its papers.
create table way (
  dossier_id   uuid not null,
  organisation text not null,
  constraint way_pk primary key (dossier_id, organisation)
);
