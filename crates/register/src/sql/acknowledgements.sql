SELECT a.about, a.rule, a.reason, c.actor, c.at
FROM acknowledgements AS a
JOIN outbox AS o ON o.seq = (
    SELECT max(h.seq) FROM history AS h WHERE h.about = a.about AND h.field = 'acknowledged.' || a.rule
)
JOIN changes AS c ON c.id = o.change
WHERE ?1 IS NULL OR a.about = ?1
ORDER BY a.about, a.rule
