-- A desk may register a form with a field of any length, and an index row has a largest size: only the beginning is indexed.
drop index application_person;
create index application_person
  on application (procedure, (left(form #>> '{applicant,personalId}', 64)), submitted_at desc);
