-- Staff may let a member off the fee of a cancellation. Why is kept with the booking, where the member and the next person
-- at the desk read it; what it would have been, and who waived it, is in the audit trail.
ALTER TABLE "bookings" ADD COLUMN "fee_waived_because" TEXT;

-- What Prisma can't model: what is waived is not charged as well.
ALTER TABLE bookings ADD CONSTRAINT bookings_waived_fees_are_nothing CHECK (fee_waived_because IS NULL
  OR (status = 'cancelled' AND cancellation_fee_minor = 0 AND cancellation_fee_credits IS NULL AND length(fee_waived_because) BETWEEN 1 AND 120));
GRANT UPDATE (fee_waived_because) ON bookings TO working_social_app;
