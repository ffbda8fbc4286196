-- How the citizen wants the result, and the handover record an application by post was lawfully submitted with.
alter table application
  add column return_by text not null default 'desk',
  add column handover_record text,
  add constraint application_return_by_check check (return_by in ('desk', 'post', 'online'));

-- What was told of each application, as it was told: it can be told again when Kafka was wiped.
create table application_line (
  application_id uuid        not null,
  seq            int         not null,
  at             timestamptz not null,
  event          jsonb       not null,
  constraint application_line_pk primary key (application_id, seq),
  constraint application_line_application_fk foreign key (application_id) references application (id)
);
insert into application_line (application_id, seq, at, event)
select id, 1, submitted_at, jsonb_build_object('type', 'ApplicationSubmitted', 'procedureVersion', procedure_version,
  'channel', channel, 'receivingDesk', receiving_desk, 'submittedAt', to_char(submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'applicant', applicant, 'complete', complete_at_first)
  || case when locality is null then '{}' else jsonb_build_object('locality', locality) end
from application
union all
select application_id, seq, at, jsonb_build_object('type', 'ApplicationAmended', 'complete', complete) from amendment;
