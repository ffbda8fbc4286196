-- The recipient's signature and photos of a delivery or an attempt. They are personal data: kept here, under their digest, and
-- erased after a time; that they were there stays.
create table delivery_proof (
  scan       text        not null,
  kind       text        not null,
  parcel     text        not null,
  office     text        not null,
  kept_by    text        not null,
  -- When it was drawn or taken, by the phone; when it came.
  taken_at   timestamptz not null,
  kept_at    timestamptz not null,
  sha256     text        not null,
  media_type text        not null,
  size       int         not null,
  content    bytea,
  erased_at  timestamptz,
  constraint delivery_proof_pk primary key (scan, kind),
  constraint delivery_proof_scan_fk foreign key (scan) references scan (id),
  constraint delivery_proof_kind_check check (kind in ('signature', 'photo')),
  constraint delivery_proof_type_check check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  constraint delivery_proof_erased_check check ((content is null) = (erased_at is not null))
);
-- A picture is packed already.
alter table delivery_proof alter column content set storage external;
create index delivery_proof_parcel on delivery_proof (parcel);
create index delivery_proof_kept on delivery_proof (kept_at) where content is not null;

create function refuse_change_of_proof() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.content is not null and new.content is null and
      (to_jsonb(new) - 'content' - 'erased_at') = (to_jsonb(old) - 'content' - 'erased_at') then
      return new;
    end if;
    raise exception 'What was signed is not changed' using errcode = 'restrict_violation';
  end $$;
create trigger delivery_proof_stays before update or delete on delivery_proof for each row
  execute function refuse_change_of_proof();
