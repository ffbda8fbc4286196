-- Papers of the post as they were when both had signed: set once, stored under their digest, the same bytes for ever.
create table document (
  id          uuid        not null,
  kind        text        not null,
  -- The number of the slip, record or manifest.
  number      text        not null,
  -- Under whose papers it is listed.
  office      text        not null,
  happened_at timestamptz not null,
  -- When it is set, or set again after trouble; null once it is.
  next_at     timestamptz,
  tries       int         not null default 0,
  why         text,
  sha256      text,
  pages       int,
  issued_at   timestamptz,
  constraint document_pk primary key (id),
  constraint document_key unique (kind, number),
  constraint document_kind_check check (kind in ('posting-slip', 'delivery-slip', 'handover-record', 'manifest', 'manifest-taken')),
  constraint document_issued_check check ((sha256 is null) = (next_at is not null) and (sha256 is null) = (issued_at is null) and (sha256 is null) = (pages is null))
);
create index document_waiting on document (next_at) where next_at is not null;
create index document_office on document (office, happened_at);
create function refuse_change_of_document() returns trigger language plpgsql as $$
  begin
    raise exception 'What was issued is not changed' using errcode = 'restrict_violation';
  end $$;
create trigger document_stays before update or delete on document for each row when (old.sha256 is not null)
  execute function refuse_change_of_document();

create or replace view next_moment as
  select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from (
    select at from silence
    union all
    select next_ask_at from carrier_order where next_ask_at is not null
    union all
    select next_at from document where next_at is not null
  ) as moments;
