SELECT o.seq, o.incarnation, o.n, o.bytes, o.h, i.device
FROM outbox AS o
JOIN incarnations AS i ON i.incarnation = o.incarnation
WHERE o.carried_into IS NULL AND NOT EXISTS (
    SELECT 1 FROM log AS l
    WHERE l.writer = i.device AND l.incarnation = o.incarnation AND l.n = o.n AND l.h = o.h
)
ORDER BY o.seq
