# Utafutaji wa watahiniwa katika konsoli ya baraza, na ukurasa wa mtahiniwa mmoja.
console-candidates-text = Jina au nambari
console-candidates-text-hint = Sehemu za jina kwa mpangilio wowote, nambari ya mtihani, au nambari ya cheti
console-candidates-county = Kaunti
console-candidates-all-counties = Kaunti zote
console-candidates-search = Tafuta
console-candidates-results = Watahiniwa waliopatikana
console-candidates-found = { $count ->
    [0] Hakuna aliyepatikana (ms { $ms }).
    [one] Mtahiniwa mmoja (ms { $ms }).
   *[other] Watahiniwa { $count } (ms { $ms }).
}
console-candidates-more = Wa kwanza { $count } kati ya zaidi (ms { $ms }): ongeza sehemu ya jina au chagua kaunti.
console-candidates-alike = Hakuna mwenye jina hili. { $count ->
    [one] Jina moja linafanana nalo
   *[other] Majina { $count } yanafanana nalo
} (ms { $ms }).
console-candidates-none = Hakuna anayelingana
console-candidates-none-text = Jaribu sehemu chache za jina, mwaka mwingine au kaunti zote.
console-candidates-index = Nambari ya mtihani
console-candidates-born = Alizaliwa
console-candidates-marks = Alama
console-candidates-errors = { $count ->
    [one] Kosa 1
   *[other] Makosa { $count }
}
console-candidates-conflict = mgongano
console-candidates-held = linasubiri
console-candidates-key-search = Nenda kwenye utafutaji
console-candidates-key-list = Toka utafutaji hadi orodha
console-candidates-key-back = Rudi
console-candidates-back = Rudi
console-candidates-elsewhere = { $state }:
console-candidates-findings = Kasoro
console-candidates-cases = Masuala
console-candidates-case-open = linasubiri
console-candidates-case-decided = limeamuliwa
console-candidates-case-gone = limejitatua
console-candidates-history = Historia
console-candidates-waits = Yanamsubiri mtu
console-candidates-conflict-text = thamani mbili kwa wakati mmoja
console-candidates-held-late = aliingizwa baada ya kufungwa
console-candidates-held-unsigned = lilirekebishwa baada ya kufungwa bila sababu
console-candidates-held-countersign = mtu wa pili anaombwa
console-candidates-held-base = linalotegemewa bado halijafika
console-candidates-held-departed = mtahiniwa alikuwa amehamia kituo kingine
console-candidates-notices = Kituo kiliambiwa
