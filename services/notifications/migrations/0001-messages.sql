-- Who is told what, and the proof of it. A recipient's address and the words for them are personal data: they are erased some
-- time after the message has come to its end.

-- What was heard of each dossier or feedback, as far as messages speak of it: ids, codes and dates.
create table heard (
  subject uuid  not null,
  body    jsonb not null,
  constraint heard_pk primary key (subject)
);

-- Somebody is to be told of something. Whoever it is and however often the cause is heard, once.
create table notice (
  id         uuid        not null,
  place      bigint      generated always as identity,
  cause      text        not null,
  subject    uuid        not null,
  recipient  text        not null,
  template   text        not null,
  urgency    text        not null,
  channels   text[]      not null,
  letter     text,
  facts      jsonb       not null,
  at         timestamptz not null,
  state      text        not null,
  why        text,
  next_at    timestamptz,
  tries      int         not null default 0,
  constraint notice_pk primary key (id),
  constraint notice_cause_key unique (cause, recipient),
  constraint notice_urgency_check check (urgency in ('legal', 'ordinary')),
  constraint notice_state_check check (state in ('waiting', 'prepared', 'unreachable')),
  constraint notice_next_check check ((state = 'waiting') = (next_at is not null))
);
create index notice_waiting on notice (next_at) where state = 'waiting';
create index notice_of_recipient on notice (subject, recipient, place) where state = 'waiting';

-- One message to one address. Its id is what the provider knows it by: asked about it, never sent blindly again.
create table message (
  id         uuid        not null,
  place      bigint      generated always as identity,
  notice_id  uuid        not null,
  subject    uuid        not null,
  recipient  text        not null,
  channel    text        not null,
  urgency    text        not null,
  language   text        not null,
  address    text,
  content    jsonb,
  state      text        not null,
  why        text,
  reference  text,
  queued_at  timestamptz not null,
  next_at    timestamptz,
  -- Waits for the morning: what the law wants told at once may go before it.
  held       boolean     not null default false,
  attempts   int         not null default 0,
  -- How often the provider was asked about it in vain.
  asked      int         not null default 0,
  ended_at   timestamptz,
  -- The message on another channel that a person sent in its place.
  instead    uuid,
  constraint message_pk primary key (id),
  constraint message_notice_fk foreign key (notice_id) references notice (id),
  constraint message_notice_channel_key unique (notice_id, channel),
  constraint message_instead_fk foreign key (instead) references message (id),
  constraint message_channel_check check (channel in ('email', 'sms', 'zalo', 'in-app')),
  constraint message_state_check
    check (state in ('queued', 'sending', 'ambiguous', 'sent', 'delivered', 'failed', 'given-up'))
);
create index message_unfinished on message (subject, recipient, channel, place)
  where state in ('queued', 'sending', 'ambiguous') and next_at is not null;
create index message_undelivered on message (queued_at)
  where state in ('failed', 'given-up') or (state = 'ambiguous' and next_at is null);
create index message_in_app on message (address, place desc) where channel = 'in-app';
create index message_reference on message (reference) where reference is not null;
create index message_ended on message (ended_at) where content is not null and channel <> 'in-app';
create index message_subject on message (subject, place);

-- Each time it was tried, asked about or called back, as proof.
create table attempt (
  id         bigint      generated always as identity,
  message_id uuid        not null,
  at         timestamptz not null,
  what       text        not null,
  outcome    text        not null,
  why        text,
  constraint attempt_pk primary key (id),
  constraint attempt_message_fk foreign key (message_id) references message (id),
  constraint attempt_what_check check (what in ('send', 'ask', 'call-back', 'person'))
);
create index attempt_message on attempt (message_id, id);

-- In-app messages that somebody has read; those of a desk are read by each officer for himself.
create table message_read (
  message_id uuid        not null,
  reader     text        not null,
  at         timestamptz not null,
  constraint message_read_pk primary key (message_id, reader),
  constraint message_read_message_fk foreign key (message_id) references message (id)
);

-- A channel that is out of reach is asked again at this moment, once for all its messages.
create table outage (
  channel  text        not null,
  since    timestamptz not null,
  retry_at timestamptz not null,
  failures int         not null,
  why      text        not null,
  constraint outage_pk primary key (channel)
);

-- Tokens of a provider that gives a new one with each: the old one is dead then, so they are kept in the same transaction.
create table provider_token (
  provider      text        not null,
  access_token  text        not null,
  refresh_token text        not null,
  expires_at    timestamptz not null,
  constraint provider_token_pk primary key (provider)
);

-- Call-backs come more than once.
create table call_back (
  provider   text        not null,
  id         text        not null,
  at         timestamptz not null,
  message_id uuid        not null,
  constraint call_back_pk primary key (provider, id)
);

-- Whose turn it is: the first unfinished message of each recipient, dossier and channel, and when.
create view message_turn as
  select m.id, m.channel, m.state, greatest(m.next_at, o.retry_at) as due_at, m.place
  from message m left join outage o on o.channel = m.channel
  where m.state in ('queued', 'sending', 'ambiguous') and m.next_at is not null and not exists (
    select from message e
    where e.subject = m.subject and e.recipient = m.recipient and e.channel = m.channel and e.place < m.place
      and e.state in ('queued', 'sending', 'ambiguous') and e.next_at is not null
      and not (e.held and m.urgency = 'legal'));

create view notice_turn as
  select n.id, n.next_at as due_at, n.place
  from notice n
  where n.state = 'waiting' and not exists (
    select from notice e
    where e.subject = n.subject and e.recipient = n.recipient and e.place < n.place and e.state = 'waiting');

-- When this service next does something by itself; it may have passed while that is being done.
create view next_moment as
  select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from (select min(due_at) as at from message_turn union all select min(due_at) from notice_turn) as moments;
