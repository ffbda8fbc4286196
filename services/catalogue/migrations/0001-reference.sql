-- Law as data: one row per procedure version, organisation, calendar version and officer, under the topic that tells of it.
-- `revision` only grows. `file_hash` is what the data file said when it was last taken over: the same file writes nothing.
create table reference (
  topic     text  not null,
  key       text  not null,
  revision  int   not null,
  state     text  not null,
  body      jsonb not null,
  hash      text  not null,
  file_hash text,
  constraint reference_pk primary key (topic, key),
  constraint reference_revision_check check (revision > 0),
  constraint reference_state_check check (state in ('draft', 'published'))
);

-- Who changed what and when, never changed, never deleted: law as data is answered for like law.
create table reference_change (
  topic      text        not null,
  key        text        not null,
  revision   int         not null,
  state      text        not null,
  body       jsonb       not null,
  changed_at timestamptz not null,
  changed_by text        not null,
  constraint reference_change_pk primary key (topic, key, revision)
);
