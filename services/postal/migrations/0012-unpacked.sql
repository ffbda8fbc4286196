-- A dispatch nobody packs becomes an alarm too.
alter table dispatch_order add column silent_at timestamptz, add column alarmed_at timestamptz;
-- Those that wait already: nobody has counted their working day, and a week is longer.
update dispatch_order set silent_at = ordered_at + interval '7 days' where state = 'ordered';
create index dispatch_order_silence on dispatch_order (silent_at) where state = 'ordered' and alarmed_at is null;

create or replace view silence as
  select silent_at as at, 'parcel' as what, code as id from parcel where closed_at is null and alarmed_at is null and silent_at is not null
  union all
  select silent_at, 'transfer', id::text from transfer where state = 'given' and alarmed_at is null and silent_at is not null
  union all
  select silent_at, 'manifest', code from manifest where taken_at is null and alarmed_at is null
  union all
  select silent_at, 'record', number from handover_record where signed_at is null and alarmed_at is null
  union all
  select silent_at, 'complaint', id from complaint where answered_at is null and alarmed_at is null
  union all
  select silent_at, 'compensation', parcel from compensation where paid < amount and not waived and alarmed_at is null
  union all
  select silent_at, 'dispatch', dossier_id || ' ' || nth from dispatch_order
  where state = 'ordered' and alarmed_at is null and silent_at is not null;
