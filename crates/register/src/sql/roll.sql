WHERE ((?1 IS NULL AND state <> '') OR state = ?1)
  AND (?2 IS NULL OR entry_code = ?2)
  AND (NOT ?3 OR photograph = '')
ORDER BY candidate_no = '', candidate_no, seq
