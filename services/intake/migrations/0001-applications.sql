-- What people hand in. Personal data lives in these tables and nowhere else: form, file names, accounts.

create table application (
  id                uuid        not null,
  reference         text,
  procedure         text        not null,
  procedure_version text        not null,
  channel           text        not null,
  receiving_desk    text        not null,
  submitted_at      timestamptz not null,
  submitted_by      text        not null,
  -- In which capacity an officer handed it in; null for a citizen.
  mandate           text,
  applicant         text,
  form              jsonb       not null,
  components        jsonb       not null,
  counts            jsonb       not null,
  -- As declared, with their proofs; `paid` is what of it counts, in đồng by fee.
  payments          jsonb       not null,
  paid              jsonb       not null,
  defects           jsonb       not null,
  complete          boolean     not null,
  -- Of the last message about it.
  seq               int         not null,
  constraint application_pk primary key (id),
  constraint application_reference_key unique (reference),
  constraint application_channel_check check (channel in ('desk', 'post', 'online')),
  constraint application_reference_check check ((reference is not null) = (channel = 'online'))
);
create index application_applicant on application (applicant, submitted_at desc, id desc);
-- Every form names its applicant in the same way: two applications of one person are found by it.
create index application_person on application (procedure, (form #>> '{applicant,personalId}'), submitted_at desc);

-- What was brought later, as it was brought.
create table amendment (
  application_id uuid        not null,
  seq            int         not null,
  at             timestamptz not null,
  brought_by     text        not null,
  body           jsonb       not null,
  constraint amendment_pk primary key (application_id, seq),
  constraint amendment_application_fk foreign key (application_id) references application (id)
);

-- Files: the bytes lie in the file store under their digest. An upload is its uploader's until an application takes it.
create table upload (
  id             uuid        not null,
  sha256         text        not null,
  size           bigint      not null,
  type           text        not null,
  name           text        not null,
  uploaded_by    text        not null,
  uploaded_at    timestamptz not null,
  application_id uuid,
  component      text,
  constraint upload_pk primary key (id),
  constraint upload_application_fk foreign key (application_id) references application (id),
  constraint upload_taken_check check ((application_id is null) = (component is null))
);
create index upload_application on upload (application_id);

-- Payments a gateway has confirmed, server to server: what a browser says is no proof.
create table online_payment (
  proof          text        not null,
  payer          text        not null,
  procedure      text        not null,
  fee            text        not null,
  amount         bigint      not null,
  paid_at        timestamptz not null,
  application_id uuid,
  constraint online_payment_pk primary key (proof),
  constraint online_payment_application_fk foreign key (application_id) references application (id)
);

-- Who looked at whose papers. Time is the database's own: insiders do not set it.
create table view_of_person (
  id             bigint      generated always as identity,
  at             timestamptz not null default clock_timestamp(),
  viewer         text        not null,
  mandate        text,
  application_id uuid        not null,
  what           text        not null,
  granted        boolean     not null,
  request_id     text        not null,
  constraint view_of_person_pk primary key (id)
);
create index view_of_person_application on view_of_person (application_id, at);
