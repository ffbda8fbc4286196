-- The account that may look after the dossier online, as the application named it; null where there is none.
alter table dossier add column applicant text;
