-- What the sweeper sounded because nobody else had: each one is a time at which the conductor was late, down or wiped.
create table swept_alarm (
  dossier_id uuid        not null,
  alarm      text        not null,
  kind       text        not null,
  due_at     timestamptz not null,
  at         timestamptz not null,
  -- By the machine's clock, whatever clock dossiers live by.
  noted_at   timestamptz not null default clock_timestamp(),
  constraint swept_alarm_pk primary key (dossier_id, alarm)
);
create index swept_alarm_noted on swept_alarm (noted_at);
