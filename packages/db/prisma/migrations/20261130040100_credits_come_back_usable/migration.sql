-- What the house gives back, or what comes back since nobody answered in time, may come out of a lot that has ended
-- meanwhile: it would be lost at once, through nobody's fault but ours. It moves on into a lot of this source.
ALTER TYPE "credit_source" ADD VALUE 'returned';
