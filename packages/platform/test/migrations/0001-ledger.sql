create table effect (n bigint generated always as identity, what text not null, constraint effect_pk primary key (n));
create table moment (at timestamptz, on_day date, local timestamp, big bigint);
