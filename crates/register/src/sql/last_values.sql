-- SQLite takes the bare columns from the row in which max(seq) was found.
SELECT about, field, new, tag
FROM (SELECT about, field, new, tag, max(seq) FROM history GROUP BY about, field)
