-- The letters of each dossier, as notifications tells of them; their bytes are served there.
create table dossier_letter (
  letter     uuid        not null,
  dossier_id uuid        not null,
  -- The line of the record it was made from.
  of_seq     int         not null,
  kind       text        not null,
  form       text,
  number     text        not null,
  issued_at  timestamptz not null,
  sha256     text        not null,
  pages      int         not null,
  signed     boolean     not null,
  constraint dossier_letter_pk primary key (letter)
);
create index dossier_letter_dossier on dossier_letter (dossier_id, of_seq);
