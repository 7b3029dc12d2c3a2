-- Pictures that stand for several candidates are looked for by their hash.
CREATE INDEX candidates_by_photograph ON candidates (photograph) WHERE photograph IS NOT NULL;
