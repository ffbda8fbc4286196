-- When this service next does something by itself: a limit of feedback passes in silence, or the day of a remedy.
create view next_moment as
select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
from (
  select min(next_silence) as at from feedback where is_open
  union all
  select min(remedy_by + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
  from finding where state = 'open' and told_for is distinct from remedy_by
) as moments;
