-- Filters of lists that somebody gave a name to: what a link to the list says. They name no dossier and no citizen.
create table saved_list (
  subject text not null,
  name    text not null,
  search  text not null,
  constraint saved_list_pk primary key (subject, name)
);
