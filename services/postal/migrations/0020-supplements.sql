-- Papers sent after the application, for a dossier that waits for them: several collections of one dossier.
alter table collection add column is_supplement boolean not null default false;
alter table collection drop constraint collection_pk;
alter table collection add constraint collection_pk primary key (parcel);
create unique index collection_application on collection (dossier_id) where not is_supplement;
create index collection_dossier on collection (dossier_id);
-- Whether the ledger waits for papers it has asked the citizen for.
alter table dossier add column awaits_papers boolean not null default false;
