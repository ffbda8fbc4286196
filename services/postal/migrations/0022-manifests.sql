-- A trip nobody took may be called back, or sent on to another office: on purpose, with a reason, and never silently.
alter table manifest
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add constraint manifest_end_check check (taken_at is null or withdrawn_at is null);
create table manifest_redirection (
  manifest    text        not null,
  nth         int         not null,
  from_office text        not null,
  to_office   text        not null,
  reason      text        not null,
  by          text        not null,
  at          timestamptz not null,
  constraint manifest_redirection_pk primary key (manifest, nth),
  constraint manifest_redirection_manifest_fk foreign key (manifest) references manifest (code)
);
create index manifest_from on manifest (from_office, code);
create index manifest_to on manifest (to_office, code);
