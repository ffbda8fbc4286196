-- What somebody set out to pay through a gateway, and what the gateway said became of it.
create table payment_order (
  id         uuid        not null,
  payer      text        not null,
  procedure  text        not null,
  fee        text        not null,
  amount     bigint      not null,
  started_at timestamptz not null,
  state      text        not null,
  proof      text,
  constraint payment_order_pk primary key (id),
  constraint payment_order_payment_fk foreign key (proof) references online_payment (proof),
  constraint payment_order_state_check check (state in ('open', 'paid', 'failed')),
  constraint payment_order_proof_check check ((state = 'paid') = (proof is not null))
);
create index payment_order_payer on payment_order (payer, procedure, started_at desc);
