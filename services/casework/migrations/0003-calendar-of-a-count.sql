-- By which calendar the dates of a dossier were last counted, or found unmoved: what an older one is behind is looked at.
alter table dossier add column calendar text;
update dossier set calendar = body #>> '{pinned,calendar}';
create index dossier_calendar on dossier (calendar) where is_open and clock = 'running';
