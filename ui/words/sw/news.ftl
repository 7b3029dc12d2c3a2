# Yanayotoka KNEC ya kusomwa na kujibiwa: kwenye Mwanzo, Usawazishaji na kando ya mtahiniwa.
news-title = Kutoka KNEC
news-none = Bado hakuna kitu kutoka KNEC
news-none-why = Maamuzi, maingizo yaliyorudishwa, matangazo na nyaraka huingia pamoja na usawazishaji.
news-new = Mpya
news-new-count = { $count ->
    [one] 1 mpya
   *[other] { $count } mpya
}
news-all = Yote kutoka KNEC
news-read-all = Weka yote kuwa yamesomwa
news-read-done = Yote yamewekwa kuwa yamesomwa.
news-decisions = Maamuzi na maingizo yaliyorudishwa
news-announcements = Matangazo
news-announcement-by = { $by }, { DAY($when) }; huonyeshwa hadi { DAY($until) }
news-announcement-past = { $by }, { DAY($when) }; lilionyeshwa hadi { DAY($until) }
news-circulars = Nyaraka
news-circulars-new = { $count ->
    [one] Waraka mpya umefika: tazama unachobadilisha
   *[other] Nyaraka mpya { $count } zimefika: tazama zinachobadilisha
}
news-by = { $by }, { DAY($when) }, { CLOCK($when) }
news-by-knec = KNEC, { DAY($when) }, { CLOCK($when) }
news-centre = Kituo
news-slip = Hati ya malipo

news-queue-duplicate = Amesajiliwa mara mbili?
news-queue-conflict = Mgongano
news-queue-late = Ingizo lililochelewa
news-queue-amendment = Marekebisho
news-queue-returned = Imerudishwa
news-queue-transfer = Uhamisho
news-queue-kcpe = Matokeo ya KCPE
news-queue-fork = Daftari lililonakiliwa
news-queue-centre = Kituo
news-queue-other = Uamuzi
news-decision-ask = KNEC inakuomba uangalie
news-decision-same = Mtu mmoja ameingizwa mara mbili
news-decision-same-kept = Mtu mmoja ameingizwa mara mbili; ingizo hili linabaki
news-decision-same-other = Mtu mmoja ameingizwa mara mbili, na { $kept } anabaki: liondoe ingizo hili
news-decision-different = Ni watu wawili tofauti: hakuna la kufanya
news-decision-admit = Imekubaliwa
news-decision-leave = Haikukubaliwa
news-decision-stand = Inabaki
news-decision-refuse = Imekataliwa
news-decision-choose = Thamani imechaguliwa
news-decision-seen = Imeonekana
news-decision-move = Amehamishwa
news-decision-differs = Ingizo linatofautiana na matokeo ya KCPE
news-decision-send-back = Imerudishwa: irekebishe
news-decision-accept = Imekubalika
news-decision-answered = Imejibiwa, na imekwisha
news-decision-undone = KNEC imerudisha nyuma uamuzi wake

news-differences = Yanayotofautiana na matokeo ya KCPE
news-difference-entered = Ilivyoandikwa
news-difference-result = Kwenye matokeo
news-field-name = Jina
news-field-gender = Jinsia
news-field-year-of-birth = Mwaka wa kuzaliwa
news-withdraw = Mwondoe…
news-withdraw-because = Ameingizwa mara mbili: { $kept } anabaki
news-accept = Kubali matokeo
news-object = Pinga…
news-look-done = Imerekebishwa…
news-look-right = Ni sahihi ilivyo…
news-accept-title = Kuandika kama matokeo yalivyo?
news-accept-text = Ingizo la { $who } linabadilishwa liwe kama matokeo yalivyo. Tendua moja hulirudisha.
news-object-title = Pinga matokeo
news-object-text = Ingizo la { $who } linabaki lilivyo. KNEC husoma sababu yako na kuamua.
news-done-title = Iambie KNEC kwamba imerekebishwa
news-right-title = Iambie KNEC kwamba ni sahihi ilivyo
news-answer-reason = Sababu
news-answer-reason-hint = Kama “ilivyo kwenye cheti cha kuzaliwa”; kubadilisha jina huhitaji tangazo la Gazeti la Serikali (2.3.19)
news-answer-reason-missing = Toa sababu: KNEC huisoma.
news-answer-send = Jibu
news-answered = Imejibiwa. Jibu litaenda KNEC na usawazishaji ujao.
news-answered-accepts = { $by } alikubali: { $reason }
news-answered-objects = { $by } alipinga: { $reason }
news-head-only = Mwalimu mkuu wa kituo ndiye anayejibu. Aliye mkuu hapa aingie kwenye Mipangilio.
news-transfers-waiting = { $count ->
    [one] Uhamisho mmoja unangoja idhini yako
   *[other] Uhamisho { $count } unangoja idhini yako
}
