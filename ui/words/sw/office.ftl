# Ukurasa wa "office": vituo vya kaunti ndogo kando kwa kando.
office-title = Ofisi
office-lead = Kila daftari lililo kwenye kompyuta hii, mstari mmoja kwa kituo.
office-looking = Inaangalia madaftari
office-none = Bado hakuna daftari kwenye kompyuta hii
office-none-why = Tengeneza moja, au ingiza kitabu cha kazi chenye vituo kadhaa.
office-caption = Vituo
office-filter = Onyesha
office-filter-all = Vituo vyote
office-filter-private = Vituo vya watahiniwa binafsi
office-filter-open = Vyenye kazi iliyobaki
office-filter-papers = Vyenye hati zinazokosekana
office-centre = Kituo
office-name = Jina
office-kind = Aina
office-kind-school = Shule
office-kind-private = Binafsi
office-kind-prison = Gereza
office-kind-special = Maalum
office-candidates = Watahiniwa
office-ready = Tayari
office-errors = Makosa
office-photographs = Bila picha
office-owed = Ada inayodaiwa
office-paid = Hati za malipo
office-papers = Hati
office-papers-of = { $there } kati ya { $asked }
office-approved = Imeidhinishwa
office-yes = ndiyo
office-no = hapana
office-knec = KNEC
office-knec-all = yote yako huko
office-knec-here = { $count } hapa
office-knec-never = haijaulizwa
office-changed = Badiliko la mwisho
office-open = Fungua
office-open-of = Fungua daftari la { $name }
office-is-open = Limefunguliwa
office-papers-do = Hati
office-papers-do-of = Hati za { $name }
office-total = Jumla
office-total-centres = { $count ->
    [one] kituo 1
   *[other] vituo { $count }
}
office-hindered-locked = Limefunguliwa kwenye dirisha au programu nyingine
office-hindered-key = Ufunguo wake hauko kwenye kompyuta hii
office-hindered-damaged = Halifunguki: rudisha nakala kwenye Mipangilio
office-hindered-other = Halifunguki

office-papers-title = Hati za { $name }
office-papers-why = Andika siku ambayo kila moja ilifika.
office-paper-nominal-roll = Orodha ya majina, iliyotiwa sahihi
office-paper-declaration = Tamko
office-paper-special-needs = Fomu za mahitaji maalum
office-paper-nil-return = Fomu ya kutokuwa na watahiniwa
office-paper-deposit-slips = Hati za malipo ya benki
office-paper-today = Leo
office-paper-none = bado
office-paper-clear = Kumbe haijafika
office-paper-clear-of = { $paper }: kumbe haijafika
office-paper-today-of = { $paper }: imefika leo
office-paper-noted = Imeandikwa.

office-sync = Sawazisha yote
office-syncing = Inasawazisha { $name }
office-synced = { $count ->
    [one] Daftari 1 liko sawa na KNEC.
   *[other] Madaftari { $count } yako sawa na KNEC.
}
office-synced-offline = Hakuna mtandao wa kufika KNEC kwa sasa. Hakuna kilichopotea.
office-synced-some = Si yote yaliyopita
office-synced-refused = { $name }: KNEC haikupokea ({ $reason })
office-synced-stopped = Imesimamishwa. Kilichothibitishwa na KNEC kinabaki huko.
office-checklist = Orodha ya vituo
office-checklist-title = Mahali pa kuweka orodha
office-checklist-file = Hati
office-checklist-writing = Madaftari yanaangaliwa kwa ajili ya orodha hakiki
office-checklist-done = Orodha iko { $path }.

office-workbook = Ingiza kitabu cha kazi
office-workbook-choose = Kitabu cha kazi chenye vituo kadhaa
office-workbook-file = Lahajedwali
office-workbook-title = Vituo kadhaa kutoka kitabu kimoja
office-workbook-reading = Inasoma kitabu cha kazi
office-workbook-rows = { $count ->
    [one] mstari 1
   *[other] mistari { $count }
}
office-workbook-into = itaingia kwenye daftari lake
office-workbook-new = bado hakina daftari
office-workbook-bad = si msimbo wa kituo: mistari hii inaachwa
office-workbook-without = { $count ->
    [one] Mstari 1 hautaji kituo na unaachwa
   *[other] Mistari { $count } haitaji kituo na inaachwa
}
office-workbook-make = Tengeneza daftari la { $code }
office-workbook-errors = Andika kitabu cha makosa cha kila kituo kando yake
office-workbook-do = Ingiza
office-workbook-nothing = Hakuna kituo cha kitabu hiki chenye daftari hapa. Tia alama vile vinavyohitaji kutengenezewa.
office-workbook-done = { $code }: { $new } wameingizwa, { $updated } wamesasishwa
office-workbook-done-errors = baadhi wana makosa
office-workbook-done-problem = { $code }: hakuna kilichoingizwa. { $problem }
office-workbook-importing = Inaingiza { $code }
office-workbook-year = Mwaka wa KCSE
office-actions = Vitendo
