-- Official papers: what a line of the record asked for, until it is signed and stored. What they say of people is in the file
-- alone, under its digest.
create table letter (
  id           uuid        not null,
  dossier_id   uuid        not null,
  -- The line of the record it was asked for by, and when that was: the paper bears this date.
  seq          int         not null,
  kind         text        not null,
  at           timestamptz not null,
  -- The desk that looks after it where it cannot be set.
  desk         text        not null,
  -- In whose book it has its number. Numbers run through the year without a gap.
  authority    text        not null,
  year         int         not null,
  number       int         not null,
  state        text        not null default 'drafted',
  next_at      timestamptz,
  tries        int         not null default 0,
  -- Why it waits longer than usual, or why it can never be set.
  why          text,
  problem      jsonb,
  form         text,
  signer       jsonb,
  unsigned     text,
  pages        int,
  sha256       text,
  size         int,
  -- Its place among the letters of its dossier, as they are told.
  place        int,
  issued_at    timestamptz,
  constraint letter_pk primary key (id),
  constraint letter_line_key unique (dossier_id, seq, kind),
  constraint letter_number_key unique (authority, year, number),
  constraint letter_place_key unique (dossier_id, place),
  constraint letter_state_check check (state in ('drafted', 'awaiting-signature', 'issued', 'failed')),
  constraint letter_next_check check ((state in ('drafted', 'awaiting-signature')) = (next_at is not null)),
  constraint letter_set_check check (state <> 'awaiting-signature' or (unsigned is not null and signer is not null)),
  constraint letter_issued_check check ((state = 'issued') = (sha256 is not null and place is not null and issued_at is not null)),
  constraint letter_failed_check check ((state = 'failed') = (problem is not null))
);
create index letter_waiting on letter (next_at) where next_at is not null;
create index letter_failed on letter (at) where state = 'failed';

-- The last number given, by an authority in a year: taken in the transaction of the letter, so that none is left out.
create table letter_book (
  authority text not null,
  year      int  not null,
  last      int  not null,
  constraint letter_book_pk primary key (authority, year)
);

-- The register of a desk (TT 01/2018 form 06, TT 03/2025 form 07): a line for each dossier it accepted, numbered through the
-- year. Names are asked of intake whenever it is printed.
create table register_line (
  desk              text not null,
  year              int  not null,
  number            int  not null,
  dossier_id        uuid not null,
  code              text not null,
  procedure_version text not null,
  rule_set          text not null,
  lead              text not null,
  received_on       date not null,
  appointment_on    date,
  -- Null while the citizen has not chosen another way than at first.
  return_by         text,
  returned_on       date,
  handed_to         text,
  ended             text,
  constraint register_line_pk primary key (desk, year, number),
  constraint register_line_dossier_key unique (dossier_id)
);
create table register_book (
  desk text not null,
  year int  not null,
  last int  not null,
  constraint register_book_pk primary key (desk, year)
);

-- Who looked at a register with people's names in it, refused looks too (NĐ 61/2018 art. 5.1d).
create table register_look (
  id         bigint      generated always as identity,
  at         timestamptz not null default clock_timestamp(),
  viewer     text        not null,
  mandate    text,
  desk       text        not null,
  year       int         not null,
  request_id text        not null,
  constraint register_look_pk primary key (id)
);

create or replace view next_moment as
  select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from (
    select min(due_at) as at from message_turn
    union all select min(due_at) from notice_turn
    union all select min(next_at) from letter where next_at is not null
  ) as moments;
