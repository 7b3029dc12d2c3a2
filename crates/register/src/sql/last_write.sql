SELECT new, tag
FROM history
WHERE about = ?1 AND field = ?2
ORDER BY seq DESC
LIMIT 1
