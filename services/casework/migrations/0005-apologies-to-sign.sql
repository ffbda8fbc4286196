-- Drafted apologies that wait for a signature: until when (UTC text with milliseconds), and whose leaders are asked.
alter table dossier
  add column apology_by text,
  add column apology_to text[] not null default '{}';
create index dossier_apology on dossier using gin (apology_to) where apology_by is not null;
