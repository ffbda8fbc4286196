-- What operators had done, and why: kept for ever, also what was only rehearsed.
create table operation (
  id     bigint      generated always as identity,
  at     timestamptz not null,
  who    text        not null,
  what   text        not null,
  target jsonb       not null,
  reason text        not null,
  dry    boolean     not null,
  found  int         not null,
  constraint operation_pk primary key (id)
);
create function operation_stays() returns trigger language plpgsql as
$$ begin raise exception 'What operators did is never changed or deleted' using errcode = 'restrict_violation'; end $$;
create trigger operation_stays before update or delete or truncate on operation for each statement execute function operation_stays();
