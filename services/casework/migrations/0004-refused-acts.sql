-- Who tried to do what they may not, beside who looked: no refusal of this kind goes unwritten (ND 61/2018 art. 5.1).
create table refused_act (
  id         bigint      generated always as identity,
  at         timestamptz not null default clock_timestamp(),
  account    text        not null,
  command    text        not null,
  refused    text        not null,
  dossier_id uuid        not null,
  request_id text        not null,
  constraint refused_act_pk primary key (id)
);
create index refused_act_dossier on refused_act (dossier_id, at);
