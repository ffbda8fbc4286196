-- What every service needs to tell, to hear and to answer once. Applied by `migrate` before the service's own files.

-- What is to be told. Ids are taken before commit, so the order is (tx, id), read below the oldest running transaction.
create table outbox (
  tx      xid8        not null default pg_current_xact_id(),
  id      bigint      generated always as identity,
  topic   text        not null,
  key     text        not null,
  body    jsonb       not null,
  headers jsonb       not null default '{}',
  at      timestamptz not null default now(),
  constraint outbox_pk primary key (tx, id)
);

-- How far the relay has told, and in which cluster: transaction ids mean nothing in another one.
create table relay_cursor (
  tx     xid8    not null,
  id     bigint  not null,
  system text,
  single boolean not null default true,
  constraint relay_cursor_pk primary key (single),
  constraint relay_cursor_single_check check (single)
);
insert into relay_cursor (tx, id) values ('0', 0);

-- How far each consumer has heard each key, and what came before its turn.
create table inbox (
  consumer text not null,
  key      text not null,
  seq      int  not null,
  constraint inbox_pk primary key (consumer, key)
);
create table parked (
  consumer text        not null,
  key      text        not null,
  seq      int         not null,
  body     jsonb       not null,
  headers  jsonb       not null default '{}',
  at       timestamptz not null default now(),
  constraint parked_pk primary key (consumer, key, seq)
);

-- Messages that could not be handled, and those of the same key that wait behind them, in the order of `id`.
create table dead_letter (
  id        bigint      generated always as identity,
  consumer  text        not null,
  topic     text        not null,
  partition int         not null,
  position  bigint      not null,
  key       text        not null,
  value     bytea,
  headers   jsonb       not null default '{}',
  reason    text        not null,
  behind    boolean     not null default false,
  redrive   boolean     not null default false,
  at        timestamptz not null default now(),
  constraint dead_letter_pk primary key (id)
);
-- The same delivery twice is one row. The digest tells it from a message that took its place in a rebuilt topic.
create unique index dead_letter_delivery_key
  on dead_letter (consumer, topic, partition, position, sha256(coalesce(value, '')));
create index dead_letter_consumer_key on dead_letter (consumer, topic, key, id);
create index dead_letter_redrive on dead_letter (consumer) where redrive;

-- Copies of what other services publish on compacted topics, and how often each topic's copy has changed.
create table copy (
  topic    text  not null,
  key      text  not null,
  revision int   not null,
  body     jsonb not null,
  constraint copy_pk primary key (topic, key)
);
create table copy_version (
  topic   text   not null,
  version bigint not null,
  constraint copy_version_pk primary key (topic)
);

-- First answers, given again when the same request comes again. `body` is json, not jsonb: its bytes are kept.
create table idempotency (
  key          text        not null,
  caller       text        not null,
  route        text        not null,
  request_hash text        not null,
  status       int         not null,
  body         json,
  created_at   timestamptz not null default now(),
  constraint idempotency_pk primary key (key, caller, route)
);
create index idempotency_created_at on idempotency (created_at);
