-- 2.19.2: the day on which each document of the return was handed in; '' while it was not.
ALTER TABLE centre ADD COLUMN roll_returned TEXT NOT NULL DEFAULT '';
ALTER TABLE centre ADD COLUMN declaration_returned TEXT NOT NULL DEFAULT '';
ALTER TABLE centre ADD COLUMN special_needs_returned TEXT NOT NULL DEFAULT '';
ALTER TABLE centre ADD COLUMN nil_returned TEXT NOT NULL DEFAULT '';
ALTER TABLE centre ADD COLUMN slips_returned TEXT NOT NULL DEFAULT '';
