-- Complaints about parcels. Who complained, how to reach them and every word live here alone.
create table complaint (
  id          text        not null,
  dossier_id  uuid        not null,
  parcel      text        not null,
  about       text        not null,
  -- The office whose matter it is.
  office      text        not null,
  received_at timestamptz not null,
  received_by text        not null,
  words       text        not null,
  contact     jsonb       not null,
  answer_by   jsonb       not null,
  -- By which calendar it was counted.
  calendar    text        not null,
  silent_at   timestamptz not null,
  alarmed_at  timestamptz,
  answered_at timestamptz,
  answered_by text,
  upheld      boolean,
  answer      text,
  constraint complaint_pk primary key (id),
  constraint complaint_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint complaint_parcel_fk foreign key (parcel) references parcel (code),
  constraint complaint_about_check check (about in ('late', 'lost', 'damaged', 'contents', 'postage', 'conduct', 'other')),
  constraint complaint_answer_check check ((answered_at is null) = (answer is null) and (answered_at is null) = (upheld is null))
);
create index complaint_parcel on complaint (parcel);
create index complaint_open on complaint (office, silent_at) where answered_at is null;
create index complaint_silence on complaint (silent_at) where answered_at is null and alarmed_at is null;

-- What the operator owes for a parcel by its written liability record (NĐ 47/2011 art. 24-26); 0 where it owes nothing.
create table compensation (
  parcel      text        not null,
  dossier_id  uuid        not null,
  harm        text        not null,
  fault       text        not null,
  record      text        not null,
  recorded_on date        not null,
  office      text        not null,
  decided_at  timestamptz not null,
  decided_by  text        not null,
  amount      int         not null,
  paid        int         not null default 0,
  -- What was not paid when the parcel was found and taken is owed no more (art. 27).
  waived      boolean     not null default false,
  pay_by      jsonb       not null,
  calendar    text        not null,
  silent_at   timestamptz not null,
  alarmed_at  timestamptz,
  constraint compensation_pk primary key (parcel),
  constraint compensation_parcel_fk foreign key (parcel) references parcel (code),
  constraint compensation_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint compensation_harm_check check (harm in ('lost', 'damaged', 'late')),
  constraint compensation_paid_check check (paid between 0 and amount)
);
create index compensation_silence on compensation (silent_at) where paid < amount and not waived and alarmed_at is null;
create table compensation_payment (
  proof   text        not null,
  parcel  text        not null,
  amount  int         not null,
  paid_at timestamptz not null,
  paid_by text        not null,
  constraint compensation_payment_pk primary key (proof),
  constraint compensation_payment_parcel_fk foreign key (parcel) references compensation (parcel),
  constraint compensation_payment_check check (amount > 0)
);
-- What the citizen chose when a lost parcel turned up.
create table found_parcel (
  parcel     text        not null,
  choice     text        not null,
  repay      int         not null,
  settled_at timestamptz not null,
  settled_by text        not null,
  constraint found_parcel_pk primary key (parcel),
  constraint found_parcel_parcel_fk foreign key (parcel) references parcel (code),
  constraint found_parcel_choice_check check (choice in ('taken', 'refused'))
);

-- By which calendar a promise was counted last; null: by the newest of the day it was posted.
alter table parcel add column calendar text;
create index parcel_calendar on parcel (calendar) where closed_at is null and promised is not null;

create or replace view silence as
  select silent_at as at, 'parcel' as what, code as id from parcel where closed_at is null and alarmed_at is null and silent_at is not null
  union all
  select silent_at, 'transfer', id::text from transfer where state = 'given' and alarmed_at is null and silent_at is not null
  union all
  select silent_at, 'manifest', code from manifest where taken_at is null and alarmed_at is null
  union all
  select silent_at, 'record', number from handover_record where signed_at is null and alarmed_at is null
  union all
  select silent_at, 'complaint', id from complaint where answered_at is null and alarmed_at is null
  union all
  select silent_at, 'compensation', parcel from compensation where paid < amount and not waived and alarmed_at is null;
