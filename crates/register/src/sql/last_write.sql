SELECT h.new, o.h
FROM history AS h
JOIN outbox AS o ON o.seq = h.seq
WHERE h.about = ?1 AND h.field = ?2
ORDER BY h.seq DESC
LIMIT 1
