-- What audits found. The sheets of days are never changed; the keys that sign them are no part of the database.
create table sheet (
  day       date        not null,
  -- Opening, in, closing and out of dossiers, papers, messages and money, and the digests of the records of the day.
  body      jsonb       not null,
  -- SHA-256 of the sheet before it; null for the first.
  before    text,
  digest    text        not null,
  signature text        not null,
  key       text        not null,
  made_at   timestamptz not null default now(),
  constraint sheet_pk primary key (day)
);
create function sheet_stays() returns trigger language plpgsql as
$$ begin raise exception 'A balance sheet is never changed or deleted' using errcode = 'restrict_violation'; end $$;
create trigger sheet_stays before update or delete or truncate on sheet for each statement execute function sheet_stays();

create table run (
  id     bigint      generated always as identity,
  -- Business time, and the wall's.
  at     timestamptz not null,
  ran_at timestamptz not null default now(),
  form   text        not null,
  holds  boolean     not null,
  report jsonb       not null,
  constraint run_pk primary key (id),
  constraint run_form_check check (form in ('any-time', 'quiescent'))
);
create index run_broken on run (id desc) where not holds;

-- What was fine and is not, or is again: told once for each change.
create table drift (
  id     bigint      generated always as identity,
  name   text        not null,
  holds  boolean     not null,
  broken int         not null,
  at     timestamptz not null,
  run    bigint      not null,
  constraint drift_pk primary key (id),
  constraint drift_run_fk foreign key (run) references run (id)
);
create index drift_name on drift (name, id desc);
