-- What constraints already forbid, each asked in its own way: the balance of papers, and whoever audits it, must not rest on them alone.
create view custody_fault as
  select 'no-open-interval' as what, p.id::text as id from paper p
  where (select count(*) from custody c where c.paper = p.id and c.until is null) <> 1
  union all
  select 'overlap', a.paper::text from custody a join custody b on a.paper = b.paper and a.nth < b.nth and a.during && b.during
  union all
  select 'gap', a.paper::text from custody a
  where a.nth > 1 and not exists (select from custody b where b.paper = a.paper and b.nth = a.nth - 1 and b.until = a.since)
  union all
  select 'never-registered', c.paper::text from custody c where not exists (select from paper p where p.id = c.paper)
  union all
  -- What is over holds nothing, but for what people still look for.
  select 'left-in-closed-parcel', c.paper::text from custody c join parcel p on p.code = c.parcel
  where c.until is null and p.state in ('delivered', 'returned', 'lost', 'unpacked')
    and not exists (select from incident i where c.paper = any (i.papers) and i.closed_at is null)
  union all
  select 'told-with-gap', l.dossier_id::text from line l group by l.dossier_id having count(*) <> max(l.seq) or min(l.seq) <> 1;
