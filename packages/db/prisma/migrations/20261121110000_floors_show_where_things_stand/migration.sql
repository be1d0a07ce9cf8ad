-- A location has floors, and a floor has shapes: where each room and each desk stands, so that people find it by its
-- place and not only by its name. Centimetres are whole numbers, since a plan needs no finer ones and equal corners
-- must stay equal.

-- CreateEnum
CREATE TYPE "floor_shape_kind" AS ENUM ('space', 'wall', 'area');

-- CreateTable
CREATE TABLE "floors" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "width_cm" INTEGER NOT NULL,
    "height_cm" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "floors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "floor_shapes" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "floor_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "floor_shape_kind" NOT NULL,
    "label" TEXT,
    "points" INTEGER[],
    "resource_id" UUID,
    "unit_id" UUID,

    CONSTRAINT "floor_shapes_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "floors_organization_id_id_key" ON "floors"("organization_id", "id");
CREATE UNIQUE INDEX "floors_organization_id_location_id_name_key" ON "floors"("organization_id", "location_id", "name");
CREATE INDEX "floor_shapes_floor_id_idx" ON "floor_shapes"("floor_id");
CREATE INDEX "floor_shapes_resource_id_unit_id_idx" ON "floor_shapes"("resource_id", "unit_id");

ALTER TABLE "floors" ADD CONSTRAINT "floors_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "floor_shapes" ADD CONSTRAINT "floor_shapes_organization_id_floor_id_fkey" FOREIGN KEY ("organization_id", "floor_id") REFERENCES "floors"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "floor_shapes" ADD CONSTRAINT "floor_shapes_organization_id_resource_id_fkey" FOREIGN KEY ("organization_id", "resource_id") REFERENCES "resources"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- The desk is one of that resource's, whatever the application believes.
ALTER TABLE "floor_shapes" ADD CONSTRAINT "floor_shapes_resource_id_unit_id_fkey" FOREIGN KEY ("resource_id", "unit_id") REFERENCES "resource_units"("resource_id", "unit_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma can't model.
ALTER TABLE floors
  ADD CONSTRAINT floors_size CHECK (width_cm BETWEEN 100 AND 100000 AND height_cm BETWEEN 100 AND 100000),
  ADD CONSTRAINT floors_version_counts_up CHECK (version >= 1);
ALTER TABLE floor_shapes
  ADD CONSTRAINT floor_shapes_are_polygons CHECK (
    points IS NOT NULL AND array_ndims(points) = 1 AND cardinality(points) BETWEEN 6 AND 400 AND cardinality(points) % 2 = 0
    AND array_position(points, NULL) IS NULL AND 0 <= ALL (points) AND 100000 >= ALL (points)),
  ADD CONSTRAINT floor_shapes_only_spaces_are_booked CHECK (
    (resource_id IS NULL OR kind = 'space') AND (unit_id IS NULL OR resource_id IS NOT NULL));
-- A thing stands in one place of a floor.
CREATE UNIQUE INDEX floor_shapes_resource_once ON floor_shapes (floor_id, resource_id) WHERE unit_id IS NULL AND resource_id IS NOT NULL;
CREATE UNIQUE INDEX floor_shapes_unit_once ON floor_shapes (floor_id, resource_id, unit_id) WHERE unit_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON floors, floor_shapes TO working_social_app;
ALTER TABLE floors ENABLE ROW LEVEL SECURITY;
ALTER TABLE floor_shapes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON floors TO working_social_app
  USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid));
CREATE POLICY own_organization ON floor_shapes TO working_social_app
  USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid));
