-- The version a dossier is settled by says how many originals its result has.
alter table dossier add column procedure_version text;
