-- 2.3.12(iv): whether the candidate signed the nominal roll, and whether the head of the centre approved it as it was.
ALTER TABLE candidates ADD COLUMN signed TEXT NOT NULL DEFAULT '';
ALTER TABLE centre ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';
ALTER TABLE centre ADD COLUMN approved_roll TEXT NOT NULL DEFAULT '';
