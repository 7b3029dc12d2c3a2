SELECT h.field, h.old, h.new, c.id, c.kind, c.note, c.actor, c.at
FROM history AS h
JOIN outbox AS o ON o.seq = h.seq
JOIN changes AS c ON c.id = o.change
WHERE h.about = ?1
ORDER BY h.seq DESC, h.field
