-- The appointment goes back to the citizen who only sent by post: promised J + n until he is told (TT 17/2017 art. 7.2b).
create table appointment (
  dossier_id  uuid        not null,
  parcel      text        not null,
  office      text        not null,
  desk        text        not null,
  promised    jsonb       not null,
  silent_at   timestamptz not null,
  alarmed_at  timestamptz,
  -- What the ledger promised the citizen, once the dossier is accepted.
  code        text,
  appointment jsonb,
  known_at    timestamptz,
  told_at     timestamptz,
  told_by     text,
  how         text,
  -- The dossier was not accepted: there is nothing to tell.
  ended_at    timestamptz,
  constraint appointment_pk primary key (dossier_id),
  constraint appointment_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint appointment_parcel_fk foreign key (parcel) references parcel (code),
  constraint appointment_told_check check (told_at is null or appointment is not null)
);
create index appointment_open on appointment (office, silent_at) where told_at is null and ended_at is null;

-- What nobody could have withstood: who says so, of which place and time, by which document. It moves what was promised.
create table force_majeure (
  id          uuid        not null,
  place       text        not null,
  from_at     timestamptz not null,
  until_at    timestamptz not null,
  basis       text        not null,
  recorded_by text        not null,
  office      text        not null,
  recorded_at timestamptz not null,
  constraint force_majeure_pk primary key (id),
  constraint force_majeure_check check (from_at < until_at)
);
create table force_majeure_parcel (
  force_majeure uuid not null,
  parcel        text not null,
  constraint force_majeure_parcel_pk primary key (parcel, force_majeure),
  constraint force_majeure_parcel_fk foreign key (force_majeure) references force_majeure (id),
  constraint force_majeure_parcel_parcel_fk foreign key (parcel) references parcel (code)
);

-- One more silence beside those there are.
do $$
declare
  said text := rtrim(pg_get_viewdef('silence'::regclass), '; ' || chr(10));
begin
  execute 'create or replace view silence as ' || said || '
    union all
    select silent_at, ''appointment''::text, dossier_id::text from appointment
    where told_at is null and ended_at is null and alarmed_at is null';
end $$;
