-- When a part came: parts of a picture to which nothing was added for long are swept.
ALTER TABLE picture_parts ADD COLUMN came TIMESTAMPTZ NOT NULL DEFAULT now();
