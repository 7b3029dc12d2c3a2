-- SQLite takes the bare column `new` from the row in which max(seq) was found.
SELECT about, field, new
FROM (SELECT about, field, new, max(seq) FROM history GROUP BY about, field)
WHERE new <> ''
