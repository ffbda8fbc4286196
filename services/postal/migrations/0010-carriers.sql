-- Parcels that another carrier brings. Whom to hand them to stays in `recipient`; here is only which parcel and whose.
create table carrier_order (
  parcel        text        not null,
  carrier       text        not null,
  -- On whose behalf, and whose people look at what nobody understands.
  office        text        not null,
  ordered_by    text        not null,
  state         text        not null default 'wanted',
  tracking_code text,
  -- In the carrier's words, where it refused.
  trouble       text,
  wanted_at     timestamptz not null,
  last_heard_at timestamptz,
  -- When to order, or to ask because nothing was heard: never given up before the parcel is over.
  next_ask_at   timestamptz,
  constraint carrier_order_pk primary key (parcel),
  constraint carrier_order_parcel_fk foreign key (parcel) references parcel (code),
  constraint carrier_order_state_check check (state in ('wanted', 'ordered', 'refused', 'cancelled', 'over')),
  constraint carrier_order_ask_check check (next_ask_at is null or state in ('wanted', 'ordered'))
);
create unique index carrier_order_tracking on carrier_order (carrier, tracking_code);
create index carrier_order_ask on carrier_order (next_ask_at) where next_ask_at is not null;

-- All a carrier ever told, by its web-hook or when asked. Kept for ever: by its id a call that comes again is known.
create table carrier_report (
  id            uuid        not null,
  carrier       text        not null,
  source        text        not null,
  -- The carrier's own id of the call; none for what it told when asked.
  transaction   text,
  digest        text        not null,
  -- As it came; may hold what a person wrote, and is shown to whom the list is for.
  body          text        not null,
  received_at   timestamptz not null,
  tracking_code text,
  code          text,
  happened_at   timestamptz,
  parcel        text,
  -- What it means to us: a step, or the code itself where it means nothing or nobody knows; and the minute it happened.
  meaning       text,
  minute        text,
  state         text        not null,
  why           text,
  settled_by    text,
  settled_at    timestamptz,
  outcome       text,
  constraint carrier_report_pk primary key (id),
  constraint carrier_report_parcel_fk foreign key (parcel) references parcel (code),
  constraint carrier_report_call_key unique (carrier, transaction, digest),
  constraint carrier_report_source_check check (source in ('web-hook', 'history')),
  constraint carrier_report_state_check check (state in ('counted', 'nothing', 'waiting', 'for-people', 'settled')),
  constraint carrier_report_why_check check ((state in ('for-people', 'settled')) = (why is not null))
);
-- Told by a call and told again when asked, it counts once.
create unique index carrier_report_once on carrier_report (parcel, meaning, minute)
  where parcel is not null and state in ('counted', 'nothing', 'waiting');
create index carrier_report_for_people on carrier_report (received_at) where state = 'for-people';
create index carrier_report_unknown on carrier_report (carrier, tracking_code) where why = 'unknown-tracking-code';
create index carrier_report_waiting on carrier_report (parcel) where state = 'waiting';

create or replace view next_moment as
  select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from (
    select at from silence
    union all
    select next_ask_at from carrier_order where next_ask_at is not null
  ) as moments;
