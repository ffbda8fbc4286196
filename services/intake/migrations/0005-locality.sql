-- Where the applicant lives or the land lies, as any organisation of the place: it decides who succeeds an agency that ends.
alter table application add column locality text;
