-- What is owed and still not done rings again: when next, once it has rung.
alter table complaint add column ring_at timestamptz;
alter table compensation add column ring_at timestamptz;
alter table liability_awaited add column ring_at timestamptz;
create index complaint_ring on complaint (ring_at) where answered_at is null and ring_at is not null;
create index compensation_ring on compensation (ring_at) where paid < amount and not waived and ring_at is not null;
create index liability_ring on liability_awaited (ring_at) where ring_at is not null;
-- By which calendar the promise of an appointment was counted last; null: by the newest of the day of the slip.
alter table appointment add column calendar text;
create index appointment_calendar on appointment (calendar) where told_at is null and ended_at is null and alarmed_at is null;

-- More silences beside those there are.
do $$
declare
  said text := rtrim(pg_get_viewdef('silence'::regclass), '; ' || chr(10));
begin
  execute 'create or replace view silence as ' || said || '
    union all
    select ring_at, ''complaint''::text, id from complaint where answered_at is null and ring_at is not null
    union all
    select ring_at, ''compensation''::text, parcel from compensation
    where paid < amount and not waived and ring_at is not null
    union all
    select ring_at, ''liability''::text, parcel from liability_awaited l
    where ring_at is not null and not exists (select from compensation c where c.parcel = l.parcel)';
end $$;
