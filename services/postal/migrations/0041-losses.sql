-- Other offices that must look at it too: who gave, who carried.
alter table incident add column also text[] not null default '{}';

-- A paper lost in an office, declared by its head: why, what was done to find it, how it is replaced. Words of people stay here.
create table office_loss (
  incident    uuid        not null,
  organisation text       not null,
  reason      text        not null,
  search      text        not null,
  replacement text        not null,
  declared_by text        not null,
  declared_at timestamptz not null,
  constraint office_loss_pk primary key (incident),
  constraint office_loss_incident_fk foreign key (incident) references incident (id)
);

-- A loss or damage that was declared waits for its written liability record; that by a scan corrected since waits for none.
create table liability_awaited (
  parcel     text        not null,
  scan       text        not null,
  dossier_id uuid        not null,
  office     text        not null,
  silent_at  timestamptz not null,
  alarmed_at timestamptz,
  constraint liability_awaited_pk primary key (parcel),
  constraint liability_awaited_parcel_fk foreign key (parcel) references parcel (code)
);
create index liability_silence on liability_awaited (silent_at) where alarmed_at is null;

-- What is expected may be silent too: the giver has not given.
create index transfer_expected on transfer (silent_at) where state = 'expected' and alarmed_at is null;

-- More silences beside those there are.
do $$
declare
  said text := rtrim(pg_get_viewdef('silence'::regclass), '; ' || chr(10));
begin
  execute 'create or replace view silence as ' || said || '
    union all
    select silent_at, ''transfer''::text, id::text from transfer
    where state = ''expected'' and alarmed_at is null and silent_at is not null
    union all
    select silent_at, ''liability''::text, parcel from liability_awaited l
    where alarmed_at is null and not exists (select from compensation c where c.parcel = l.parcel)';
end $$;
