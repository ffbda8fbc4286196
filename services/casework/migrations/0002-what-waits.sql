-- Lists show to an organisation what it must act on, held by it or not: a supplement proposed to a desk, an opinion asked of
-- an agency. `fold` says by which version of the fold `body` was made.
alter table dossier
  add column requests  text[] not null default '{}',
  add column consulted text[] not null default '{}',
  add column fold      int    not null default 1;
create index dossier_desk_asked on dossier (receiving_desk, overdue_at, id) where is_open and 'supplement' = any (requests);
create index dossier_desk on dossier (receiving_desk) where is_open;
create index dossier_consulted on dossier using gin (consulted) where consulted <> '{}';

-- Who looked at which dossier, refused looks too (ND 61/2018 art. 5.1d). Time is the database's own: insiders do not set it.
create table dossier_look (
  id         bigint      generated always as identity,
  at         timestamptz not null default clock_timestamp(),
  viewer     text        not null,
  capacity   text,
  dossier_id uuid        not null,
  request_id text        not null,
  constraint dossier_look_pk primary key (id)
);
create index dossier_look_dossier on dossier_look (dossier_id, at);
