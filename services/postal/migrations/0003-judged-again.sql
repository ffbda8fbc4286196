-- A scan may come before the one it follows. What was seen never changes; that it counts may turn out later.
create function refuse_change_of_scan() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.refusal is not null and new.refusal is null
      and to_jsonb(new) - 'refusal' = to_jsonb(old) - 'refusal' then
      return new;
    end if;
    raise exception 'Scans are not changed: a new one corrects an old one' using errcode = 'restrict_violation';
  end $$;
drop trigger scan_stays on scan;
create trigger scan_stays before update or delete on scan for each row execute function refuse_change_of_scan();
-- What it corrects may come after it too.
alter table scan drop constraint scan_corrects_fk;
create index scan_waiting on scan (parcel, happened_at) where refusal in ('not-posted', 'unknown-scan');
