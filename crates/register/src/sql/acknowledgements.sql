SELECT a.about, a.rule, a.reason, c.actor, c.at
FROM acknowledgements AS a
JOIN history AS h ON h.about = a.about AND h.field = 'acknowledged.' || a.rule AND h.seq = (
    SELECT max(l.seq) FROM history AS l WHERE l.about = a.about AND l.field = 'acknowledged.' || a.rule
)
JOIN changes AS c ON c.id = h.change
WHERE ?1 IS NULL OR a.about = ?1
ORDER BY a.about, a.rule
