-- Credits to buy: a pack says what is in it and what it costs. What is in it never changes, since somebody may be looking
-- at it with a finger on the button: another content is another pack. Packs are archived, never deleted.

CREATE TABLE "credit_packs" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "unit" "credit_unit" NOT NULL,
    "currency" TEXT,
    "quantity" BIGINT NOT NULL,
    "valid_days" INTEGER,
    "resource_ids" UUID[],
    "resource_kinds" TEXT[],
    "location_ids" UUID[],
    "price_minor" BIGINT NOT NULL,
    "price_currency" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_packs_pkey" PRIMARY KEY ("id")
);
-- One row for each purchase: its id is the cause of the lot and of the charge, its key makes a second tap the same purchase.
CREATE TABLE "credit_pack_purchases" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "pack_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "team_id" UUID,
    "price_minor" BIGINT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "bought_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_pack_purchases_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "credit_pack_purchases_organization_id_pack_id_idx" ON "credit_pack_purchases"("organization_id", "pack_id");
CREATE UNIQUE INDEX "credit_packs_organization_id_id_key" ON "credit_packs"("organization_id", "id");
CREATE UNIQUE INDEX "credit_pack_purchases_organization_id_id_key" ON "credit_pack_purchases"("organization_id", "id");
CREATE UNIQUE INDEX "credit_pack_purchases_organization_id_idempotency_key_key" ON "credit_pack_purchases"("organization_id", "idempotency_key");
ALTER TABLE "credit_pack_purchases" ADD CONSTRAINT "credit_pack_purchases_organization_id_pack_id_fkey" FOREIGN KEY ("organization_id", "pack_id") REFERENCES "credit_packs"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_pack_purchases" ADD CONSTRAINT "credit_pack_purchases_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_pack_purchases" ADD CONSTRAINT "credit_pack_purchases_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma can't model.
ALTER TABLE credit_packs
  ADD CONSTRAINT credit_packs_hold_something CHECK (quantity > 0 AND valid_days > 0),
  ADD CONSTRAINT credit_packs_money_has_a_currency CHECK ((unit = 'money') = (currency IS NOT NULL)),
  ADD CONSTRAINT credit_packs_priced CHECK (price_minor >= 0 AND price_currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT credit_packs_scoped CHECK (num_nulls(resource_ids, resource_kinds, location_ids) = 0);
ALTER TABLE credit_pack_purchases ADD CONSTRAINT credit_pack_purchases_priced CHECK (price_minor >= 0);
-- A name is free again once its pack is archived.
CREATE UNIQUE INDEX credit_packs_one_of_a_name ON credit_packs (organization_id, name) WHERE archived_at IS NULL;

-- The app may rename a pack, price it anew and archive it; what is in it, and who bought it, is written once.
GRANT SELECT, INSERT ON credit_packs, credit_pack_purchases TO working_social_app;
GRANT UPDATE (name, price_minor, price_currency, archived_at) ON credit_packs TO working_social_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['credit_packs', 'credit_pack_purchases'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY own_organization ON %I TO working_social_app
      USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid))$policy$, t);
  END LOOP;
END $$;
