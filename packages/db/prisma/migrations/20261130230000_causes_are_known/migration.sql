-- Why credits move and money is charged is one of a few things, each of which has a page, a label and readers of its own
-- (`packages/kernel/src/causes.ts`): another word would be shown to anybody, and lead nowhere.
ALTER TABLE credit_transfers ADD CONSTRAINT credit_transfers_cause_is_known
  CHECK (cause_type IN ('booking', 'print_job', 'pack_purchase', 'plan', 'by_hand', 'lot', 'overdraft'));
ALTER TABLE credit_usages ADD CONSTRAINT credit_usages_cause_is_known
  CHECK (cause_type IN ('booking', 'print_job', 'pack_purchase', 'plan', 'by_hand', 'lot', 'overdraft'));
ALTER TABLE credit_holds ADD CONSTRAINT credit_holds_cause_is_known
  CHECK (cause_type IN ('booking', 'print_job', 'pack_purchase', 'plan', 'by_hand', 'lot', 'overdraft'));
ALTER TABLE credit_schedules ADD CONSTRAINT credit_schedules_cause_is_known
  CHECK (cause_type IN ('booking', 'print_job', 'pack_purchase', 'plan', 'by_hand', 'lot', 'overdraft'));
ALTER TABLE charges ADD CONSTRAINT charges_cause_is_known
  CHECK (cause_type IN ('booking', 'print_job', 'pack_purchase', 'plan', 'by_hand', 'lot', 'overdraft'));
