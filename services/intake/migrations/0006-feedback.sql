-- What people say of officers, dossiers and procedures. Who said it, how to reach them and every word live here alone.
create table feedback (
  id             uuid        not null,
  reference      text        not null,
  register       text        not null,
  agency         text        not null,
  received_at    timestamptz not null,
  -- The account it was given from, or the officer who wrote it down for somebody at the desk; both null for anybody else.
  giver          text,
  taken_by       text,
  contact        jsonb       not null,
  words          text        not null,
  procedure      text,
  dossier_code   text,
  dossier_id     uuid,
  complained_of  text[]      not null,
  handler        text,
  published_text text,
  -- Where it stands, folded from its lines.
  body           jsonb       not null,
  is_open        boolean     not null,
  -- When the next limit passes in silence, and by which calendar it was counted.
  next_silence   timestamptz,
  calendar       text,
  seq            int         not null,
  constraint feedback_pk primary key (id),
  constraint feedback_reference_key unique (reference),
  constraint feedback_register_check check (register in ('feedback', 'complaint', 'denunciation')),
  constraint feedback_giver_check check (giver is null or taken_by is null),
  constraint feedback_published_check check (published_text is null or register = 'feedback')
);
create index feedback_open on feedback (agency, next_silence) where is_open;
create index feedback_silence on feedback (next_silence) where is_open;
create index feedback_giver on feedback (giver, received_at desc);
create index feedback_dossier on feedback (dossier_id) where dossier_id is not null;
create index feedback_published on feedback (id desc) where published_text is not null;
create index feedback_figures on feedback (agency, received_at);

-- What happened to each, in order, and the words that went with it. Nothing here is changed or deleted.
create table feedback_line (
  feedback_id uuid        not null,
  seq         int         not null,
  at          timestamptz not null,
  person      text        not null,
  mandate     text,
  event       jsonb       not null,
  words       text,
  constraint feedback_line_pk primary key (feedback_id, seq),
  constraint feedback_line_feedback_fk foreign key (feedback_id) references feedback (id)
);
create unique index feedback_line_missed_key on feedback_line (feedback_id, (event ->> 'limit'))
  where event ->> 'type' = 'FeedbackLimitMissed';

-- Who looked at which, refused looks too.
create table feedback_look (
  id          bigint      generated always as identity,
  at          timestamptz not null default clock_timestamp(),
  viewer      text        not null,
  capacity    text,
  feedback_id uuid        not null,
  request_id  text        not null,
  constraint feedback_look_pk primary key (id)
);
create index feedback_look_feedback on feedback_look (feedback_id, at);

-- A code on a receipt leads to its dossier.
create index progress_code on progress ((axes ->> 'code'));
