-- The legal record: one row per event, never changed, never deleted.
create table dossier_event (
  dossier_id uuid  not null,
  seq        int   not null,
  body       jsonb not null,
  constraint dossier_event_pk primary key (dossier_id, seq)
);
create function dossier_event_stays() returns trigger language plpgsql as
$$ begin raise exception 'The record of a dossier is never changed or deleted (ND 61/2018 art. 5.1c)'; end $$;
create trigger dossier_event_stays before update or delete or truncate on dossier_event
  for each statement execute function dossier_event_stays();

-- Where each dossier stands now, the fold of its events; `version` is the seq of the last one. The columns beside `body`
-- are what lists ask for. Moments are UTC texts with milliseconds: they compare as the moments do.
create table dossier (
  id             uuid not null,
  version        int  not null,
  body           jsonb not null,
  applicant      text,
  code           text,
  procedure      text not null,
  receiving_desk text not null,
  holder         text not null,
  offered_to     text,
  officer        text,
  state          text not null,
  clock          text not null,
  stage          text,
  due_on         date,
  soon_at        text,
  overdue_at     text,
  next_alarm_at  text,
  is_open        boolean not null,
  constraint dossier_pk primary key (id),
  constraint dossier_code_key unique (code)
) with (fillfactor = 70); -- room for the next version beside the last: most acts touch no index
create index dossier_next_alarm on dossier (next_alarm_at) where next_alarm_at is not null;
create index dossier_holder on dossier (holder, overdue_at, id) where is_open;
create index dossier_offered on dossier (offered_to, overdue_at, id) where offered_to is not null;
create index dossier_officer on dossier (officer, overdue_at, id) where is_open and officer is not null;
create index dossier_open on dossier (id) where is_open;

-- Words for people, kept apart from the record, which is told to everybody: `seq` is the line they belong to.
create table dossier_note (
  dossier_id uuid not null,
  seq        int  not null,
  text       text not null,
  constraint dossier_note_pk primary key (dossier_id, seq)
);

-- Commands that took effect: the same key sent again gets the first answer, with another body it is refused.
create table command (
  dossier_id   uuid  not null,
  key          text  not null,
  request_hash text  not null,
  first_seq    int   not null,
  version      int   not null,
  at           timestamptz not null default now(),
  constraint command_pk primary key (dossier_id, key)
);

-- Dossier codes: one sequence per authority and local day, without gaps. Four digits never wrap (TT 01/2018 art. 19).
create table code_sequence (
  organisation text not null,
  day          date not null,
  last         int  not null,
  constraint code_sequence_pk primary key (organisation, day),
  constraint code_sequence_four_digits_check check (last <= 9999)
);
