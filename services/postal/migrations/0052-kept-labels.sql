-- A label is kept as it was first printed; one that says something else since, after a redirection say, is another paper.
alter table document
  -- What it says, as a digest: labels alone have several of one number.
  add column content text,
  drop constraint document_key,
  drop constraint document_kind_check,
  add constraint document_key unique nulls not distinct (kind, number, content),
  add constraint document_kind_check
    check (kind in ('posting-slip', 'delivery-slip', 'handover-record', 'manifest', 'manifest-taken', 'label', 'bag-label')),
  add constraint document_content_check check ((content is not null) = (kind in ('label', 'bag-label')));
