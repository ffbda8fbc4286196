-- Papers of a dossier lie where they are made: letters with notifications, slips and records with the post, certificates here.
alter table dossier_letter add column kept_by text not null default 'notifications';
-- One handover record is of several dossiers, and stands on each.
alter table dossier_letter drop constraint dossier_letter_pk;
alter table dossier_letter add constraint dossier_letter_pk primary key (dossier_id, letter);
-- A certificate of a due date by what it says: the same content is one page, whoever asks and however often.
create table due_date_page (
  dossier_id uuid not null,
  content    text not null,
  letter     uuid not null,
  constraint due_date_page_pk primary key (dossier_id, content),
  constraint due_date_page_letter_fk foreign key (dossier_id, letter) references dossier_letter (dossier_id, letter)
);
