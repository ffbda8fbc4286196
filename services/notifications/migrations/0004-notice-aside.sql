-- What cannot be read or said is tried again, and keeps nothing else from its recipient meanwhile.
alter table notice add column aside boolean not null default false;

create or replace view notice_turn as
  select n.id, n.next_at as due_at, n.place
  from notice n
  where n.state = 'waiting' and not exists (
    select from notice e
    where e.subject = n.subject and e.recipient = n.recipient and e.place < n.place and e.state = 'waiting' and not e.aside);
