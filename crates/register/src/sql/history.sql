-- A row that changed no value says that somebody wrote the same; only a resolution is shown without a change.
SELECT h.field, h.old, h.new, c.id, c.kind, c.note, c.actor, c.at, c.merged
FROM history AS h
JOIN changes AS c ON c.id = h.change
WHERE h.about = ?1 AND (h.old <> h.new OR c.kind = 17 OR c.merged = 17)
ORDER BY h.seq DESC, h.field
