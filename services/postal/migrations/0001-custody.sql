-- Who holds which paper, and who says so. Facts are kept as they were told; what follows from them is derived anew.
create extension if not exists btree_gist;

-- Dossiers whose papers are looked after, as far as the ledger, intake or a slip has told of them.
create table dossier (
  id        uuid not null,
  -- Of the last line told about it.
  seq       int  not null default 0,
  desk      text not null,
  procedure text not null,
  delivery  text not null default 'none',
  -- Which dispatch of its result is the present one.
  dispatch  int,
  constraint dossier_pk primary key (id)
);

-- What was told of each, in order; told again word for word when Kafka was wiped.
create table line (
  dossier_id  uuid        not null,
  seq         int         not null,
  at          timestamptz not null,
  happened_at timestamptz not null,
  event       jsonb       not null,
  constraint line_pk primary key (dossier_id, seq),
  constraint line_dossier_fk foreign key (dossier_id) references dossier (id)
);
create index line_type on line ((event ->> 'type'), happened_at);

-- What the post has been asked to bring. One parcel holds papers of one dossier.
create table dispatch_order (
  dossier_id uuid        not null,
  nth        int         not null,
  from_desk  text        not null,
  ordered_at timestamptz not null,
  state      text        not null default 'ordered',
  parcel     text,
  constraint dispatch_order_pk primary key (dossier_id, nth),
  constraint dispatch_order_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint dispatch_order_state_check check (state in ('ordered', 'packed', 'posted', 'delivered', 'returned', 'lost', 'cancelled'))
);
create index dispatch_order_waiting on dispatch_order (from_desk, ordered_at) where state = 'ordered';

create table bag (
  code        text        not null,
  from_office text        not null,
  to_office   text        not null,
  seal        text,
  closed_at   timestamptz not null,
  opened_at   timestamptz,
  constraint bag_pk primary key (code)
);

create table parcel (
  code          text        not null,
  dossier_id    uuid        not null,
  purpose       text        not null,
  slip          text        not null,
  sender        text        not null,
  -- Null: to the citizen.
  receiver      text,
  dispatch      int,
  service_class text        not null,
  -- In đồng, as paid for carrying it.
  postage       int         not null default 0,
  seal          text,
  packed_at     timestamptz not null,
  packed_by     text        not null,
  posted_at     timestamptz,
  posted_on     date,
  promised      jsonb,
  -- When its silence becomes an alarm, and when it did.
  silent_at     timestamptz,
  alarmed_at    timestamptz,
  -- Derived from the scans: who has it, what happened last, whether it is over.
  state         text        not null default 'packed',
  office        text,
  courier       text,
  bag           text,
  attempts      int         not null default 0,
  invitations   int         not null default 0,
  next_from     date,
  closed_at     timestamptz,
  constraint parcel_pk primary key (code),
  constraint parcel_slip_key unique (slip),
  constraint parcel_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint parcel_dispatch_fk foreign key (dossier_id, dispatch) references dispatch_order (dossier_id, nth),
  constraint parcel_bag_fk foreign key (bag) references bag (code),
  constraint parcel_code_check check (code ~ '^[A-Z]{2}[0-9]{9}[A-Z]{2}$'),
  constraint parcel_purpose_check check (purpose in ('application', 'papers', 'result')),
  constraint parcel_state_check check (state in ('packed', 'posted', 'under-way', 'attempted', 'delivered', 'returned', 'lost', 'damaged', 'unpacked'))
);
create index parcel_dossier on parcel (dossier_id);
create index parcel_office on parcel (office) where closed_at is null;
create index parcel_silence on parcel (silent_at) where closed_at is null and alarmed_at is null;
alter table dispatch_order add constraint dispatch_order_parcel_fk foreign key (parcel) references parcel (code);

-- Numbers the post has allotted to this product, by service indicator; a deployment writes its own range.
create table s10_range (
  service text not null,
  next    int  not null,
  last    int  not null,
  constraint s10_range_pk primary key (service),
  constraint s10_range_check check (next between 0 and last + 1 and last <= 99999999)
);
insert into s10_range (service, next, last) values ('CA', 10000000, 19999999);

-- Running numbers of slips, records, bags and manifests.
create table running_number (
  kind text not null,
  day  date not null,
  last int  not null,
  constraint running_number_pk primary key (kind, day)
);

-- Originals, certified copies and results: each is an item with one custodian at every instant.
create table paper (
  id            uuid        not null,
  dossier_id    uuid        not null,
  kind          text        not null,
  component     text        not null,
  registered_at timestamptz not null,
  -- A result issued anew, lost or damaged no longer counts, wherever it lies.
  void_since    timestamptz,
  -- Its last interval, which is the open one.
  holds         int         not null default 1,
  is_held       boolean     not null default true,
  constraint paper_pk primary key (id),
  constraint paper_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint paper_kind_check check (kind in ('original', 'certified-copy', 'result')),
  constraint paper_held_check check (is_held)
);
create index paper_dossier on paper (dossier_id);

-- What, when (happened and recorded), where, why, and who confirmed it. An error is corrected by a fact that names it.
create table custody_fact (
  id             uuid        not null,
  dossier_id     uuid        not null,
  step           text        not null,
  papers         uuid[]      not null,
  from_custodian jsonb,
  to_custodian   jsonb       not null,
  happened_at    timestamptz not null,
  recorded_at    timestamptz not null,
  place          text,
  why            text        not null,
  given_by       text,
  taken_by       text,
  corrects       uuid,
  constraint custody_fact_pk primary key (id),
  constraint custody_fact_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint custody_fact_corrects_fk foreign key (corrects) references custody_fact (id),
  constraint custody_fact_corrects_key unique (corrects),
  constraint custody_fact_step_check check (step in ('registered', 'moved', 'packed', 'unpacked', 'lost', 'found', 'withdrawn'))
);
create index custody_fact_dossier on custody_fact (dossier_id);
create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'Facts are not changed: a new one corrects an old one' using errcode = 'restrict_violation';
  end $$;
create trigger custody_fact_stays before update or delete on custody_fact for each row execute function refuse_change();
create trigger custody_fact_stays_whole before truncate on custody_fact execute function refuse_change();

-- The chain that follows from the facts. The database itself holds no overlap, no gap and no paper without a custodian.
create table custody (
  paper        uuid        not null,
  nth          int         not null,
  custodian    jsonb       not null,
  since        timestamptz not null,
  until        timestamptz,
  fact         uuid        not null,
  during       tstzrange   generated always as (tstzrange(since, until)) stored,
  is_open      boolean     generated always as (until is null) stored,
  before       int         generated always as (nullif(nth - 1, 0)) stored,
  kind         text        generated always as (custodian ->> 'kind') stored,
  organisation text        generated always as (custodian ->> 'organisation') stored,
  officer      text        generated always as (custodian ->> 'officer') stored,
  parcel       text        generated always as (custodian ->> 'parcel') stored,
  constraint custody_pk primary key (paper, nth),
  constraint custody_nth_check check (nth > 0),
  constraint custody_kind_check check (kind in ('desk', 'officer', 'parcel', 'citizen', 'archive', 'lost')),
  constraint custody_end_key unique (paper, nth, until),
  constraint custody_open_key unique (paper, nth, is_open),
  constraint custody_paper_fk foreign key (paper) references paper (id),
  constraint custody_fact_fk foreign key (fact) references custody_fact (id),
  constraint custody_parcel_fk foreign key (parcel) references parcel (code),
  constraint custody_no_overlap exclude using gist (paper with =, during with &&),
  -- Each begins when the one before it ends.
  constraint custody_no_gap foreign key (paper, before, since) references custody (paper, nth, until)
    deferrable initially deferred
);
create unique index custody_one_open on custody (paper) where until is null;
create index custody_at on custody (kind, organisation) where until is null;
create index custody_in_parcel on custody (parcel) where until is null;
alter table paper add constraint paper_held_fk foreign key (id, holds, is_held) references custody (paper, nth, is_open)
  deferrable initially deferred;

-- What a scanner in a courier's hand saw, by its own id. Refused ones are kept for people to look at.
create table scan (
  id          text        not null,
  parcel      text        not null,
  step        text        not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  scanned_by  text        not null,
  office      text        not null,
  detail      jsonb       not null default '{}',
  corrects    text,
  -- Null: it counts.
  refusal     text,
  constraint scan_pk primary key (id),
  constraint scan_corrects_fk foreign key (corrects) references scan (id)
);
create index scan_parcel on scan (parcel, happened_at);
create index scan_refused on scan (recorded_at) where refusal is not null;
create unique index scan_corrects_key on scan (corrects) where refusal is null;
create trigger scan_stays before update or delete on scan for each row execute function refuse_change();
create trigger scan_stays_whole before truncate on scan execute function refuse_change();

-- The list of a trip from one office to another, bag by bag, confirmed by both.
create table manifest (
  code        text        not null,
  from_office text        not null,
  to_office   text        not null,
  given_by    text        not null,
  given_at    timestamptz not null,
  taken_by    text,
  taken_at    timestamptz,
  silent_at   timestamptz not null,
  alarmed_at  timestamptz,
  constraint manifest_pk primary key (code)
);
create index manifest_silence on manifest (silent_at) where taken_at is null and alarmed_at is null;
create table manifest_parcel (
  manifest text not null,
  parcel   text not null,
  bag      text,
  -- Null until the taker has counted.
  arrived  boolean,
  constraint manifest_parcel_pk primary key (manifest, parcel),
  constraint manifest_parcel_manifest_fk foreign key (manifest) references manifest (code),
  constraint manifest_parcel_parcel_fk foreign key (parcel) references parcel (code),
  constraint manifest_parcel_bag_fk foreign key (bag) references bag (code)
);

-- Papers from hand to hand, inside an agency or between two: expected, given, taken.
create table transfer (
  id             uuid        not null,
  dossier_id     uuid        not null,
  why            text        not null,
  from_custodian jsonb       not null,
  to_custodian   jsonb       not null,
  papers         uuid[]      not null,
  state          text        not null,
  given_by       text,
  given_at       timestamptz,
  taken_by       text,
  taken_at       timestamptz,
  -- Those the taker counted; the others stay with the giver.
  taken          uuid[],
  silent_at      timestamptz,
  alarmed_at     timestamptz,
  constraint transfer_pk primary key (id),
  constraint transfer_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint transfer_why_check check (why in ('handover', 'internal', 'give-back')),
  constraint transfer_state_check check (state in ('expected', 'given', 'taken', 'disputed', 'withdrawn'))
);
create index transfer_dossier on transfer (dossier_id);
create index transfer_open on transfer (state) where state in ('expected', 'given');
create index transfer_silence on transfer (silent_at) where state = 'given' and alarmed_at is null;

-- What a citizen gave to the postal worker. How to reach the sender is personal data and stands here and in `recipient` alone.
create table collection (
  dossier_id        uuid        not null,
  parcel            text        not null,
  office            text        not null,
  desk              text        not null,
  procedure_version text        not null,
  -- Papers by component, fees with their receipts, as both signed for.
  papers            jsonb       not null,
  fees              jsonb       not null,
  return_by         text        not null,
  told_missing      text[]      not null,
  collected_by      text        not null,
  collected_at      timestamptz not null,
  sender            jsonb       not null,
  constraint collection_pk primary key (dossier_id),
  constraint collection_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint collection_parcel_fk foreign key (parcel) references parcel (code),
  constraint collection_return_check check (return_by in ('desk', 'post'))
);
create table recipient (
  parcel  text  not null,
  contact jsonb not null,
  constraint recipient_pk primary key (parcel),
  constraint recipient_parcel_fk foreign key (parcel) references parcel (code)
);
-- Who looked at whose name and address. Time is the database's own.
create table view_of_person (
  id         bigint      generated always as identity,
  at         timestamptz not null default clock_timestamp(),
  viewer     text        not null,
  mandate    text,
  what       text        not null,
  about      text        not null,
  granted    boolean     not null,
  request_id text        not null,
  constraint view_of_person_pk primary key (id)
);

-- Biên bản giao nhận: counted by the desk, signed by the postal worker too; several parcels on one.
create table handover_record (
  number     text        not null,
  desk       text        not null,
  counted_by text        not null,
  counted_at timestamptz not null,
  signed_by  text,
  signed_at  timestamptz,
  silent_at  timestamptz not null,
  alarmed_at timestamptz,
  constraint handover_record_pk primary key (number)
);
create index handover_record_silence on handover_record (silent_at) where signed_at is null and alarmed_at is null;
create table record_parcel (
  record     text    not null,
  parcel     text    not null,
  seal_whole boolean not null,
  complete   boolean not null,
  -- By component, and which items that is.
  counted    jsonb   not null,
  papers     uuid[]  not null,
  fees       jsonb   not null default '{}',
  remark     text,
  constraint record_parcel_pk primary key (record, parcel),
  constraint record_parcel_record_fk foreign key (record) references handover_record (number),
  constraint record_parcel_parcel_fk foreign key (parcel) references parcel (code)
);

-- What people must look at. `cause` makes each of it once.
create table incident (
  id         uuid        not null,
  dossier_id uuid        not null,
  what       text        not null,
  cause      text        not null,
  parcel     text,
  at         text        not null,
  papers     uuid[]      not null default '{}',
  opened_at  timestamptz not null,
  closed_at  timestamptz,
  closed_by  text,
  outcome    text,
  constraint incident_pk primary key (id),
  constraint incident_cause_key unique (cause),
  constraint incident_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint incident_parcel_fk foreign key (parcel) references parcel (code)
);
create index incident_open on incident (at, opened_at) where closed_at is null;
create index incident_dossier on incident (dossier_id);

-- What becomes an alarm by itself, and when: whoever adds a silence adds it here.
create view silence as
  select silent_at as at, 'parcel' as what, code as id from parcel where closed_at is null and alarmed_at is null and silent_at is not null
  union all
  select silent_at, 'transfer', id::text from transfer where state = 'given' and alarmed_at is null and silent_at is not null
  union all
  select silent_at, 'manifest', code from manifest where taken_at is null and alarmed_at is null
  union all
  select silent_at, 'record', number from handover_record where signed_at is null and alarmed_at is null;
create view next_moment as
  select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from silence;
