SELECT c.writer, c.incarnation, c.last, c.frame, (
    SELECT l.h FROM log AS l WHERE l.writer = c.writer AND l.incarnation = c.incarnation AND l.n = c.last
)
FROM carried AS c
WHERE c.settled = x'00' OR (c.settled IS NULL OR c.settled <> ?1) AND c.last > coalesce(
    (SELECT max(l.n) FROM log AS l WHERE l.writer = c.writer AND l.incarnation = c.incarnation), 0
)
ORDER BY c.writer, c.incarnation, c.last, c.id
