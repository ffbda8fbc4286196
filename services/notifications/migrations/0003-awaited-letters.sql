-- An e-mail that carries a letter waits for it without address or words, and leaves with it. Once it has waited longer than usual
-- it is held: what the law wants told at once goes before it.
alter table message drop constraint message_state_check;
alter table message add constraint message_state_check
  check (state in ('awaiting-letter', 'queued', 'sending', 'ambiguous', 'sent', 'delivered', 'failed', 'given-up'));

drop index message_unfinished;
create index message_unfinished on message (subject, recipient, channel, place)
  where state in ('awaiting-letter', 'queued', 'sending', 'ambiguous') and next_at is not null;

create or replace view message_turn as
  select m.id, m.channel, m.state, greatest(m.next_at, o.retry_at) as due_at, m.place
  from message m left join outage o on o.channel = m.channel
  where m.state in ('awaiting-letter', 'queued', 'sending', 'ambiguous') and m.next_at is not null and not exists (
    select from message e
    where e.subject = m.subject and e.recipient = m.recipient and e.channel = m.channel and e.place < m.place
      and e.state in ('awaiting-letter', 'queued', 'sending', 'ambiguous') and e.next_at is not null
      and not (e.held and m.urgency = 'legal'));
