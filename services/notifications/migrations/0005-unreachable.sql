-- Whom nobody could tell anything: for people to look after, by dossier.
create index notice_unreachable on notice (subject, recipient, place) where state = 'unreachable';
