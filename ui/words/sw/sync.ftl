# Ukurasa wa "sync": kompyuta hii na KNEC, na ubadilishanaji kati yao.
sync-title = Usawazishaji
sync-lead = Yaliyo kwenye kompyuta hii huenda KNEC kwa vipande vidogo, kila panapokuwa na mtandao au mtu mwenye USB.
sync-parts = Sehemu za ukurasa huu
sync-tab-now = Sasa
sync-tab-receipts = Stakabadhi
sync-tab-stick = USB
sync-tab-decide = Ya kuamua

sync-enrol-title = Itambulishe kompyuta hii kwa KNEC
sync-enrol-why = Unaweza kufanya kazi bila hilo kwa muda wowote. Ili kutuma tu, kompyuta inahitaji msimbo: uombe KNEC au ofisi ya kaunti ndogo. Hutumika mara moja.
sync-enrol-url = Anwani ya KNEC
sync-enrol-url-hint = Iko kando ya msimbo, na huanza na https://
sync-enrol-code = Msimbo
sync-enrol-code-hint = Herufi na tarakimu 20, kama 7K3QM-0D9ZT-4XW2H-8BVRN
sync-enrol-name = Jina la kompyuta hii
sync-enrol-name-hint = Ili KNEC itofautishe kompyuta zenu: “Laptopu ya karani”
sync-enrol-anew = Sahau KNEC ambayo kompyuta hii iliijua awali
sync-enrol-do = Tambulisha
sync-enrol-asking = Inauliza KNEC
sync-enrol-done = KNEC sasa inaijua kompyuta hii.
sync-enrol-missing = Jaza sehemu zote tatu.
sync-enrolled-as = Imetambulishwa kama “{ $name }” kwenye { $url }
sync-enrolled-key = Ufunguo wa KNEC, wa kulinganisha kwa simu: { $key }
sync-role-clerk = karani
sync-role-head = mkuu wa kituo
sync-role-scde = ofisi ya kaunti ndogo
sync-role = Kama { $role }

sync-here = Kwenye kompyuta hii tu
sync-at-knec = Iko KNEC
sync-committed = Bado haijafika KNEC, lakini iko ndani ya muda
sync-committed-why = KNEC ina ahadi iliyotiwa sahihi ya mabadiliko haya kabla ya kufungwa.
sync-changes = { $count ->
    [one] badiliko 1
   *[other] mabadiliko { $count }
}
sync-photographs = { $count ->
    [one] picha 1
   *[other] picha { $count }
}
sync-candidates = { $count ->
    [one] ya mtahiniwa 1
   *[other] ya watahiniwa { $count }
}
sync-nothing = hakuna
sync-with-receipt = yote yana stakabadhi ya KNEC iliyotiwa sahihi
sync-contact = Mawasiliano ya mwisho { DAY($when) }, { CLOCK($when) }
sync-contact-never = KNEC bado haijaulizwa
sync-closes = Usajili unafungwa { DAY($when) }
sync-to-fetch = { $count ->
    [one] Picha 1 ya kompyuta nyingine bado haijafika
   *[other] Picha { $count } za kompyuta nyingine bado hazijafika
}
sync-set-aside = { $count ->
    [one] Badiliko 1 liliandikwa upya baada ya daftari kurejeshwa
   *[other] Mabadiliko { $count } yaliandikwa upya baada ya daftari kurejeshwa
}

sync-do = Sawazisha sasa
sync-with-pictures = Pamoja na picha
sync-with-pictures-hint = Maandishi hutangulia daima. Picha zinaweza kusubiri mtandao wa bei nafuu.
sync-cost = Hii itatumia takriban { SIZE($bytes) }.
sync-cost-changes-only = Picha zingehitaji { SIZE($bytes) } zaidi.
sync-cost-nothing = Hakuna kinachosubiri kutumwa; kuuliza habari hutumia takriban { SIZE($bytes) }.
sync-step-connecting = Inauliza KNEC
sync-step-text = Inatuma maandishi
sync-step-news = Inapokea habari
sync-step-photographs = Inatuma picha
sync-step-finishing = Inamalizia
sync-bytes = { SIZE($done) } kati ya { SIZE($total) }
sync-cancel-safe = Unaweza kusimamisha wakati wowote: kilichothibitishwa na KNEC kinabaki huko, na usawazishaji ujao unaendelea kutoka hapo.
sync-result-done = Kila kitu kiko sawa na KNEC.
sync-result-more = KNEC imethibitisha ilichopokea.
sync-result-offline = Hakuna mtandao wa kufika KNEC kwa sasa.
sync-result-offline-why = Hakuna kilichopotea: endelea na kazi, na usawazishe kukiwa na mtandao, au tumia USB.
sync-result-stopped = Imesimamishwa. Kilichothibitishwa na KNEC kinabaki huko.
sync-result-refused = KNEC haikupokea.
sync-result-unsafe = Hakuna kilichotumwa: muunganisho si salama.
sync-result-sent = { $count ->
    [one] Badiliko 1 sasa liko KNEC
   *[other] Mabadiliko { $count } sasa yako KNEC
}
sync-result-taken = { $count ->
    [one] Badiliko 1 la wengine limeingia
   *[other] Mabadiliko { $count } ya wengine yameingia
}
sync-result-pictures = { $count ->
    [one] Picha 1 sasa iko KNEC
   *[other] Picha { $count } sasa ziko KNEC
}
sync-result-fetched = { $count ->
    [one] Picha 1 imeingia
   *[other] Picha { $count } zimeingia
}
sync-result-circulars = { $count ->
    [one] Waraka mpya umeingia: tazama Kutoka KNEC
   *[other] Nyaraka mpya { $count } zimeingia: tazama Kutoka KNEC
}
sync-result-reopened = Daftari hili lilikuwa limerejeshwa au kunakiliwa. Linaendelea, na hakuna kilichopotea.
sync-result-rewound = KNEC ilikuwa imerejeshwa kutoka kwa nakala; ilichopoteza kimetolewa tena.
sync-result-used = Imetumia { SIZE($up) } kwenda na { SIZE($down) } kurudi
sync-troubles = Yasiyo sawa
sync-refused-device-revoked = Kompyuta hii imeondolewa kwenye orodha ya KNEC. Uliza KNEC au ofisi ya kaunti ndogo.
sync-refused-device-unknown = KNEC haiijui tena kompyuta hii. Omba msimbo mpya na uitambulishe upya.
sync-refused-centre-foreign = Kompyuta hii haina haki kwa kituo hiki. Omba msimbo wake kwa ofisi ya kaunti ndogo.
sync-refused-protocol = Programu hii ni ya zamani mno kwa KNEC. Isasishe kwenye Mipangilio.
sync-refused-busy = KNEC ina kazi nyingi kwa sasa. Jaribu tena baada ya dakika chache.
sync-refused-other = Jaribu tena baadaye; ikiendelea hivi, iambie KNEC yaliyoandikwa hapa.

sync-auto = Usawazishaji wa kujiendesha
sync-auto-off = Hapana, ninapoagiza tu
sync-auto-text = Maandishi tu
sync-auto-text-hint = Kila panapokuwa na mtandao, kwa vipande vidogo: kilobaiti chache kwa siku.
sync-auto-all = Maandishi na picha
sync-auto-all-hint = Kwa mtandao usio na gharama, kama wa ofisini.

sync-short = Hakuna mtandao kabla ya kufungwa?
sync-short-why = Tuma herufi hizi kwa SMS kwa nambari iliyotolewa na KNEC. Zinathibitisha kwamba uliandika yote haya ndani ya muda; maingizo yenyewe yanaweza kufuata baadaye.
sync-short-show = Onyesha herufi
sync-letters = Herufi
sync-code-label = Hizo hizo, za kuchanganua

sync-receipts-none = Bado hakuna stakabadhi
sync-receipts-none-why = KNEC hutia sahihi stakabadhi kwa kila inachopokea.
sync-receipts-caption = Stakabadhi kutoka KNEC
sync-receipt-when = Lini
sync-receipt-what = Kilicho KNEC
sync-receipt-upto = Mabadiliko 1 hadi { $count }
sync-receipt-life = Nakala
sync-receipt-letters = Herufi
sync-receipt-open = Onyesha
sync-receipt-open-of = Onyesha stakabadhi ya { DAY($when) }, { CLOCK($when) }
sync-receipt-title = Stakabadhi
sync-receipt-from = Baraza la Taifa la Mitihani la Kenya linathibitisha kwa
sync-receipt-centre = { $code } { $name }, KCSE { $year }
sync-receipt-holds = kwamba lina mabadiliko yote ya daftari hili hadi nambari { $count } (nakala { $life }), yaliyopokelewa { DAY($when) } saa { CLOCK($when) }, mahali { $position } pa kumbukumbu yake.
sync-receipt-scan = Mraba una stakabadhi nzima pamoja na sahihi ya KNEC, ili yeyote aikague bila mtandao.
sync-receipt-print = Chapisha
sync-receipt-save = Hifadhi kama…
sync-receipt-saved = Imehifadhiwa: { $path }

sync-stick-out = 1. Fungasha
sync-stick-out-why = Yote ambayo KNEC haijathibitisha, katika faili moja ambayo KNEC pekee inaweza kuisoma. Yeyote anaweza kuibeba.
sync-stick-pack = Fungasha kwenye USB
sync-stick-pack-title = Mahali pa kuweka furushi
sync-stick-packed = Imefungashwa: { $changes ->
    [one] badiliko 1
   *[other] mabadiliko { $changes }
}, { $pictures ->
    [one] picha 1
   *[other] picha { $pictures }
}, { SIZE($bytes) }
sync-stick-file = Mafurushi ya KNEC
sync-stick-send = 2. Lipeleke KNEC
sync-stick-send-why = Kwenye kompyuta yoyote yenye mtandao na Daftari iliyotambulishwa: yako, ya mwenzako, ya kaunti ndogo.
sync-stick-send-do = Tuma furushi
sync-stick-send-title = Furushi
sync-stick-sending = Inatuma furushi
sync-stick-sent = Limetumwa. Jibu la KNEC liko kando yake: { $path }. Lirudishe kwenye kompyuta iliyofungasha furushi.
sync-stick-in = 3. Pokea jibu
sync-stick-in-why = Jibu lina stakabadhi za KNEC, na yale ambayo wengine wameandika kuhusu kituo chako.
sync-stick-in-do = Pokea jibu
sync-stick-in-title = Jibu la KNEC
sync-stick-reply = Majibu kutoka KNEC
sync-stick-arrived = { $received ->
    [0] Jibu halikuleta stakabadhi mpya
    [one] Badiliko 1 limethibitishwa na KNEC
   *[other] Mabadiliko { $received } yamethibitishwa na KNEC
}; { $taken ->
    [one] badiliko 1 la wengine limeingia
   *[other] mabadiliko { $taken } ya wengine yameingia
}.

sync-decide-none = Hakuna la kuamua
sync-decide-none-why = Watu wawili wakiandika mambo tofauti kuhusu mtahiniwa mmoja, yote mawili huonekana hapa kando kwa kando.
sync-conflict-field = Watu wawili waliandika thamani tofauti
sync-conflict-withdrawn = Kimebadilishwa na mtu asiyejua kwamba mtahiniwa ameondolewa
sync-conflict-number = Nambari ilikwishatolewa kwa { $holder }
sync-conflict-of = { $field }: { $who }
sync-conflict-centre = kituo
sync-conflict-slip = hati ya malipo
sync-conflict-shown = Inaonyeshwa sasa
sync-conflict-other = Nyingine
sync-conflict-by = Na { $actor }, { DAY($when) } { CLOCK($when) }
sync-conflict-by-here = Na { $actor } kwenye kompyuta hii, { DAY($when) } { CLOCK($when) }
sync-conflict-right = Ipi ni sahihi?
sync-conflict-another = Thamani nyingine
sync-conflict-another-value = Thamani sahihi
sync-conflict-reason = Sababu
sync-conflict-reason-hint = Huhifadhiwa pamoja na uamuzi: “kama ilivyo kwenye cheti cha KCPE”
sync-conflict-reason-missing = Toa sababu: mwenzako ataisoma.
sync-conflict-decide = Amua
sync-conflict-decided = Imeamuliwa. Itaenda KNEC na usawazishaji ujao.
sync-held-title = Yaliyoshikiliwa
sync-held-late = Yalifika baada ya kufungwa. KNEC huamua kama bado yanahesabika.
sync-held-no-right = Kompyuta iliyoyaandika haina haki ya kufanya hivyo.
sync-held-invalid = KNEC haiyaelewi.
sync-held-unsigned = Baada ya kufungwa badiliko linahitaji sababu. Liandike tena ukitoa sababu.
sync-held-countersign = Yanabadilisha utambulisho wa mtahiniwa. Baada ya kufungwa lazima mtu wa pili ayathibitishe.
sync-held-base-missing = Yanachotegemea bado kiko njiani.
sync-held-departed = Mtahiniwa amehamia kituo kingine.
sync-held-by = { $actor }, { DAY($when) } { CLOCK($when) }
sync-held-countersign-do = Thibitisha
sync-held-countersign-sure = Uthibitishe badiliko hili?
sync-held-countersign-why = Unathibitisha kwamba umeona hati za mtahiniwa na kwamba badiliko ni sahihi. Jina lako huhifadhiwa nalo.
sync-held-admit-do = Kubali
sync-held-admit-sure = Ukubali ingizo hili lililochelewa?
sync-held-admit-why = Litafaa tu ikiwa kompyuta hii ina haki ya kukubali.
sync-held-done = Tayari. Itaenda KNEC na usawazishaji ujao.

sync-circular = Waraka { $number } wa { DAY($when) }
sync-circular-other-year = Ni wa KCSE { $year }; hakuna kinachobadilika hapa.
sync-circular-broken = Haukuweza kutumika: { $reason }
sync-circular-what = Nini
sync-circular-before = Awali
sync-circular-now = Sasa
sync-circular-caption = Yanayobadilishwa na waraka { $number }
sync-place-closes = Usajili unafungwa
sync-place-opens = Usajili unafunguliwa
sync-place-state-basic = Ada ya msingi inayolipwa na serikali
sync-place-state-subject = Ada ya somo inayolipwa na serikali
sync-place-candidate-basic = Ada ya msingi ya wanaojilipia
sync-place-candidate-subject = Ada ya somo ya wanaojilipia
sync-place-amendment = Ada ya marekebisho
sync-place-transfer = Ada ya uhamisho
