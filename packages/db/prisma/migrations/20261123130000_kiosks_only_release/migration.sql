-- A kiosk beside a copier stands where anybody can open it, and lets people release what waits there. So it has a token of
-- its own, which can't report prints; and the agent's token, which lies on the print server, can't release any more.
CREATE TABLE "print_kiosks" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "print_kiosks_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "print_kiosks_token_hash_key" ON "print_kiosks"("token_hash");
CREATE UNIQUE INDEX "print_kiosks_organization_id_id_key" ON "print_kiosks"("organization_id", "id");
ALTER TABLE "print_kiosks" ADD CONSTRAINT "print_kiosks_organization_id_device_id_fkey" FOREIGN KEY ("organization_id", "device_id") REFERENCES "print_devices"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma can't model: a name is free again for the kiosk that replaces a revoked one.
CREATE UNIQUE INDEX print_kiosks_one_of_a_name ON print_kiosks (device_id, name) WHERE revoked_at IS NULL;

-- Whose kiosk is this token? As print_device_by_token asks; a device that is revoked takes its kiosks with it.
CREATE FUNCTION print_kiosk_by_token(p_token_hash bytea)
RETURNS TABLE (kiosk_id uuid, device_id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT k.id, k.device_id, k.organization_id FROM print_kiosks k JOIN print_devices d ON d.id = k.device_id
  WHERE k.token_hash = p_token_hash AND k.revoked_at IS NULL AND d.revoked_at IS NULL
$$;
REVOKE EXECUTE ON FUNCTION print_kiosk_by_token FROM PUBLIC;
GRANT EXECUTE ON FUNCTION print_kiosk_by_token TO working_social_app;

GRANT SELECT, INSERT, UPDATE ON print_kiosks TO working_social_app;
ALTER TABLE print_kiosks ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON print_kiosks TO working_social_app
  USING (organization_id = NULLIF(current_setting('app.organization_id', true), '')::uuid);
