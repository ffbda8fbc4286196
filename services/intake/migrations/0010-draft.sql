-- What somebody has begun to fill in, for them alone: handed in or left lying, it is erased.
create table draft (
  owner     text        not null,
  procedure text        not null,
  body      jsonb       not null,
  -- Counts savings: two windows do not overwrite one another.
  revision  int         not null,
  saved_at  timestamptz not null,
  erase_at  timestamptz not null,
  constraint draft_pk primary key (owner, procedure)
);
create index draft_erase on draft (erase_at);

create or replace view next_moment as
select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
from (
  select min(next_silence) as at from feedback where is_open
  union all
  select min(remedy_by + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
  from finding where state = 'open' and told_for is distinct from remedy_by
  union all
  select min(erase_at) from draft
) as moments;
