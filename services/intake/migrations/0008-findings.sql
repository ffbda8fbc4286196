-- What inspections find at agencies, and what is done about it. A dossier it rests on is named and never touched.
create table finding (
  id         uuid        not null,
  agency     text        not null,
  matter     text        not null,
  dossier_id uuid,
  found_at   timestamptz not null,
  state      text        not null,
  remedy_by  date        not null,
  -- The day whose passing was told.
  told_for   date,
  seq        int         not null,
  constraint finding_pk primary key (id),
  constraint finding_state_check check (state in ('open', 'remedied', 'closed'))
);
create index finding_agency on finding (agency, remedy_by);
create index finding_silent on finding (remedy_by) where state = 'open';

-- Each line with its words, in order; nothing is changed or deleted.
create table finding_line (
  finding_id uuid        not null,
  seq        int         not null,
  at         timestamptz not null,
  person     text        not null,
  mandate    text,
  event      jsonb       not null,
  words      text,
  constraint finding_line_pk primary key (finding_id, seq),
  constraint finding_line_finding_fk foreign key (finding_id) references finding (id)
);
