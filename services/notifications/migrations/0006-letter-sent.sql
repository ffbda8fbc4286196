-- A letter the law wants sent by a moment is told of once more when it has left: issued, and every message that goes with it on its
-- way or given up, of each reached person at least one out.
alter table letter add column sent_at timestamptz, add column sent_place int;
create index letter_leaving on letter (id) where kind = 'apology' and state = 'issued' and sent_place is null;

create view letter_left as
  select l.id, l.dossier_id, l.kind, l.seq, greatest(l.issued_at, max(o.at)) as sent_at
  from letter l
    join notice n on n.subject = l.dossier_id and n.letter = l.kind and (n.facts ->> 'seq')::int = l.seq
    left join lateral (
      select max(coalesce((
        select min(a.at) from attempt a where a.message_id = m.id and a.outcome in ('sent', 'delivered')), m.ended_at)) as at,
        bool_or(m.state in ('awaiting-letter', 'queued', 'sending') or (m.state = 'ambiguous' and m.next_at is not null)) as open
      from message m where m.notice_id = n.id and m.state not in ('failed', 'given-up')
    ) o on true
  where l.kind = 'apology' and l.state = 'issued' and l.sent_place is null
  group by l.id
  having bool_and(n.state <> 'waiting' and not coalesce(o.open, false) and (n.state = 'unreachable' or o.at is not null
    or not exists (select from message m where m.notice_id = n.id)));

create or replace view next_moment as
  select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from (
    select min(due_at) as at from message_turn
    union all select min(due_at) from notice_turn
    union all select min(next_at) from letter where next_at is not null
    union all select min(sent_at) from letter_left
  ) as moments;
