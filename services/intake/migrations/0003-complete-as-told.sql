-- Whether an application was complete at each line that was told of it: told again, a line says what it said first.
alter table application add column complete_at_first boolean;
update application set complete_at_first = complete;
alter table application alter column complete_at_first set not null;

alter table amendment add column complete boolean;
update amendment m set complete = a.complete from application a where a.id = m.application_id;
alter table amendment alter column complete set not null;
