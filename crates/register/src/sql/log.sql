SELECT l.position, l.writer, l.incarnation, l.n, l.h, l.mark, l.at, l.l,
    coalesce(l.bytes, (SELECT o.bytes FROM outbox AS o WHERE o.incarnation = l.incarnation AND o.n = l.n AND o.h = l.h)),
    l.bytes IS NULL
FROM log AS l
ORDER BY l.position
