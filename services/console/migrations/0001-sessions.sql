-- Who is signed in. The browser holds an id that nobody can guess; what it stands for stays here.
create table session (
  -- SHA-256 of the id in the browser's cookie: who reads this table signs in as nobody.
  id       bytea       not null,
  subject  text        not null,
  name     text        not null,
  -- As which of several mandates, `role@organisation`; null: all of them.
  mandate  text,
  -- The issuer's answer, sealed with the key of this service.
  tokens   bytea       not null,
  began_at timestamptz not null,
  seen_at  timestamptz not null,
  constraint session_pk primary key (id)
);
create index session_subject on session (subject);
create index session_seen on session (seen_at);
