# Ukurasa wa watahiniwa: jedwali, fomu, masomo, mabadiliko ya wengi, kubandika, historia.
candidates-title = Watahiniwa
candidates-grid = Watahiniwa wa kituo hiki
candidates-form = Maelezo ya mtahiniwa
candidates-new = Mtahiniwa mpya
candidates-new-one = Mtahiniwa mpya
candidates-none = Bado hakuna watahiniwa
candidates-none-text = Andika wa kwanza, au ingiza jedwali ulilo nalo.
candidates-none-import = Ingiza jedwali
candidates-none-found = Hakuna anayelingana na utafutaji na vichujio.
candidates-search = Jina au nambari
candidates-search-rows = Tafuta na chuja watahiniwa
candidates-filters = Onyesha tu
candidates-shown = { $shown } kati ya { $all }
candidates-filter-errors = Makosa
candidates-filter-warnings = Maonyo
candidates-filter-no-photo = Bila picha
candidates-filter-repeaters = Wanaorudia
candidates-filter-unsigned = Hawajatia sahihi
candidates-filter-withdrawn = Waliojiondoa
candidates-column-state = Hali
candidates-column-photo = Picha
candidates-yes = Ndiyo
candidates-no = Hapana
candidates-ready = Tayari
candidates-errors = { $count ->
    [one] Kosa 1
   *[other] Makosa { $count }
}
candidates-warnings = { $count ->
    [one] Onyo 1
   *[other] Maonyo { $count }
}
candidates-notes = { $count ->
    [one] Taarifa 1
   *[other] Taarifa { $count }
}
candidates-nothing-wrong = Hakuna lililobaki la kurekebisha
candidates-no-problems = Hakuna makosa wala maonyo kwa watahiniwa wanaoonyeshwa
candidates-key-f8 = F8: linalofuata

# Kuhifadhi
candidates-saving = Inahifadhi…
candidates-saved = Imehifadhiwa { CLOCK($when) }
candidates-not-saved = { $count ->
    [one] Badiliko 1 halijahifadhiwa
   *[other] Mabadiliko { $count } hayajahifadhiwa
}
candidates-not-saved-title = { $count ->
    [one] Badiliko la mwisho halikuweza kuhifadhiwa
   *[other] Mabadiliko { $count } hayakuweza kuhifadhiwa
}
candidates-not-saved-kept = Ulichoandika bado kiko kwenye sehemu yake.
candidates-retry = Jaribu tena
candidates-give-up = Achana na badiliko hili
candidates-undo = Tendua: { $what }
candidates-redo = Rudia: { $what }
candidates-nothing-undo = Hakuna la kutendua
candidates-nothing-redo = Hakuna la kurudia
candidates-undone = Limetenduliwa: { $what }.
candidates-redone = Limerudiwa: { $what }.
candidates-left-alone = { $count ->
    [one] Sehemu moja imeachwa kama ilivyo: imebadilishwa tangu hapo.
   *[other] Sehemu { $count } zimeachwa kama zilivyo: zimebadilishwa tangu hapo.
}
candidates-step-field = badiliko la { $field } ya { $who }
candidates-step-one = { $what }, { $who }
candidates-step-many = { $what }, watahiniwa { $count }

# Vitufe
candidates-key-undo = Tendua badiliko la mwisho
candidates-key-redo = Lirudie
candidates-key-next = Hifadhi na uende kwa mtahiniwa anayefuata
candidates-key-new = Mtahiniwa mpya
candidates-key-form = Kutoka jedwali hadi fomu na kurudi
candidates-key-bulk = Badilisha watahiniwa wengi kwa pamoja
candidates-key-history = Historia ya mtahiniwa huyu

# Fomu
candidates-close-form = Funga fomu
candidates-save-next = Hifadhi na mtahiniwa anayefuata
candidates-next = Mtahiniwa anayefuata
candidates-no-index = Bado hana nambari ya mtihani
candidates-photo-change = Picha ya { $name }: itazame, iongeze au uibadilishe
candidates-at-knec = Iko KNEC
candidates-here = Kwenye kompyuta hii
candidates-signed = Ametia sahihi
candidates-more = Hatua kwa { $name }
candidates-history = Historia
candidates-sign = Ametia sahihi kwenye orodha ya majina
candidates-unsign = Hajatia sahihi kwenye orodha ya majina
candidates-withdraw = Mwondoe
candidates-reinstate = Mrudishe kwenye orodha
candidates-withdraw-title = Mwondoe { $name }
candidates-withdraw-text = Mtahiniwa hatafanya mtihani. Nambari na ada hubaki kwenye kumbukumbu, na nambari hapewi mtu mwingine.
candidates-reason = Sababu
candidates-stand = Liache kama lilivyo…
candidates-stand-title = Acha onyo hili kama lilivyo
candidates-stand-it = Liache
candidates-standing-warnings = Maonyo yaliyokubaliwa
candidates-show-again = Lionyeshe tena
candidates-standing-entered = Yuko kwenye orodha
candidates-standing-withdrawn = Ameondolewa
candidates-standing-moved = Yuko kituo kingine
candidates-state-moved = Amehama
candidates-came-from = Kutoka kituo { $centre }
candidates-moved-to = Amehamia kituo { $centre }
candidates-number-give = Mpe nambari inayofuata
candidates-transfer = Mhamishe kwenda kituo kingine…
candidates-filter-arrived = Kutoka kituo kingine
candidates-filter-moved = Kituo kingine
candidates-from-knec = { $count ->
    [one] Neno 1 la awali kutoka KNEC
   *[other] Maneno { $count } ya awali kutoka KNEC
}
candidates-closed = Usajili ulifungwa { DAY($when) }
candidates-closed-text = Maelezo bado yanaweza kurekebishwa, kila mara kwa kutoa sababu.
candidates-closed-because = Marekebisho yanaingia kwa sababu hii: { $reason }
candidates-amend-title = Kwa nini maelezo yanarekebishwa?
candidates-amend-text = Usajili umefungwa. Marekebisho yanahesabika tu yakiwa na sababu.
candidates-amend = Rekebisha

candidates-section-person = Mtahiniwa
candidates-section-certificate = Cheti cha msingi
candidates-section-entry = Aina ya mtihani na masomo
candidates-section-numbers = Nambari na simu
candidates-section-last = Mtihani wa mwisho kamili wa KCSE
candidates-section-foreign = Cheti cha nje au cha zamani
candidates-section-identity = Hati za utambulisho
candidates-section-needs = Mahitaji maalum

candidates-field-centre = Kituo
candidates-field-candidate-no = Nambari ya mtahiniwa
candidates-field-admission-no = Nambari ya usajili shuleni
candidates-field-name = Jina
candidates-field-gender = Jinsia
candidates-field-year-of-birth = Mwaka wa kuzaliwa
candidates-field-birth-certificate-no = Cheti cha kuzaliwa
candidates-field-citizenship = Uraia
candidates-field-entry-code = Msimbo wa kuingia
candidates-field-qualification = Cheti
candidates-field-qualifying-index = Nambari ya mtihani
candidates-field-qualifying-year = Mwaka wa mtihani
candidates-field-qualifying-test-year = Mwaka wa Qualifying Test
candidates-field-equation-year = Mwaka wa barua ya ulinganisho
candidates-field-country = Nchi
candidates-field-passport-no = Pasipoti
candidates-field-primary-years = Miaka ya msingi
candidates-field-id-document = Kitambulisho
candidates-field-waiting-card = Kadi ya kusubiri
candidates-field-special-needs = Mahitaji maalum
candidates-field-last-kcse-index = Nambari ya KCSE ya mwisho
candidates-field-last-kcse-year = Mwaka wa KCSE ya mwisho
candidates-field-last-kcse-subjects = Masomo ya KCSE ya mwisho
candidates-field-subjects = Masomo
candidates-field-photo = Picha
candidates-field-phone = Simu
candidates-field-state = Hali
candidates-field-withdrawn-because = Sababu ya kuondolewa
candidates-field-photograph = Picha
candidates-field-signed = Sahihi kwenye orodha
candidates-field-moved-to = Amehamia kituo
candidates-field-moved-from = Ametoka kituo
candidates-field-transfer-to = Uhamisho: kwenda kituo
candidates-field-transfer-reason = Uhamisho: sababu
candidates-field-transfer-head-from = Uhamisho: idhini ya mkuu anayemwachilia
candidates-field-transfer-head-to = Uhamisho: idhini ya mkuu anayempokea
candidates-field-transfer-scde-from = Uhamisho: idhini ya Mkurugenzi anayemwachilia
candidates-field-transfer-scde-to = Uhamisho: idhini ya Mkurugenzi anayempokea
candidates-field-transfer-slip = Uhamisho: hati ya malipo
candidates-field-transfer-wanted = Uhamisho: kituo kingine kinaomba
candidates-field-notice = Neno kutoka KNEC
candidates-field-answer = Jibu kwa KNEC
candidates-answer-accept = imekubaliwa: { $reason }
candidates-answer-object = imepingwa: { $reason }
candidates-field-amendment-reason = Sababu ya marekebisho
candidates-field-acknowledged = Onyo lililokubaliwa
candidates-short-number = Na.
candidates-short-born = Kuzaliwa
candidates-short-citizen = Raia
candidates-short-entry = Kuingia
candidates-short-year = Mwaka
candidates-hint-candidate-no = Hutolewa yenyewe ikiachwa tupu

candidates-choice-gender-f = F · Mke
candidates-choice-gender-m = M · Mume
candidates-choice-citizenship-c = C · Raia wa Kenya
candidates-choice-citizenship-n = N · Si raia
candidates-choice-entry-1 = 1 · Mara ya kwanza
candidates-choice-entry-2 = 2 · Anarudia mtihani wote
candidates-choice-entry-3 = 3 · Anarudia baadhi ya masomo
candidates-choice-qualification-foreign = FOREIGN · wa nchi nyingine

candidates-need-blind = Asiyeona
candidates-need-low-vision = Uoni hafifu
candidates-need-hearing = Ulemavu wa kusikia
candidates-need-physical = Ulemavu wa viungo
candidates-need-mental = Ulemavu wa akili
candidates-papers = Hati zilizopokelewa
candidates-paper-medical-report = Ripoti ya daktari
candidates-paper-full-photograph = Picha ya mwili mzima
candidates-paper-earc-report = Ripoti ya afisa wa EARC
candidates-paper-help-needed = Ripoti ya mkuu kuhusu msaada unaohitajika
candidates-paper-help-given = Ripoti ya mkuu kuhusu msaada uliotolewa awali

# Masomo na ada
candidates-subjects-type = Msimbo au jina
candidates-subjects-chosen = { $count ->
    [one] Somo 1 limeingizwa
   *[other] Masomo { $count } yameingizwa
}
candidates-subjects-remove = Ondoa { $subject }
candidates-slots = Nafasi za mkondo
candidates-slots-room = Yameingizwa { $entered }, nafasi ya { $room } zaidi
candidates-slots-misfits = Hayana nafasi katika mkondo huu: { $subjects }
candidates-slot-missing = Yanakosekana { $count }
candidates-slot-add = Ongeza { $subject }
candidates-slot-english = Kiingereza
candidates-slot-kiswahili = Kiswahili
candidates-slot-mathematics = Hisabati
candidates-slot-sciences = Sayansi
candidates-slot-humanity = Sayansi ya jamii
candidates-slot-general-science = Sayansi ya Jumla
candidates-slot-blind-biology = Biolojia kwa wasioona
candidates-slot-rest = Masomo zaidi
candidates-pathway-a = Mkondo A
candidates-pathway-b = Mkondo B: Hisabati B na Sayansi ya Jumla
candidates-pathway-blind = Mkondo wa watahiniwa wasioona
candidates-sets = Seti za masomo
candidates-sets-keep = Hifadhi masomo haya kama seti
candidates-sets-keep-it = Hifadhi
candidates-sets-drop = Sahau seti { $name }
candidates-sets-name = Jina la seti
candidates-sets-hint = Kwa mfano “Kidato cha 4 Mashariki”
candidates-fee = Ada
candidates-fee-state = inalipwa na serikali
candidates-fee-candidate = inalipwa na mtahiniwa
candidates-fee-basic = Ada ya msingi
candidates-fee-subjects = { $count ->
    [one] Somo 1
   *[other] Masomo { $count }
}
candidates-fee-total = Jumla
candidates-component-project = mradi
candidates-component-practical = vitendo
candidates-component-oral = mtihani wa mdomo

# Mabadiliko ya wengi
candidates-bulk = Badilisha wengi
candidates-bulk-nobody = Hakuna anayeonyeshwa ambaye anaweza kubadilishwa.
candidates-bulk-title = { $count ->
    [one] Badilisha mtahiniwa 1
   *[other] Badilisha watahiniwa { $count }
}
candidates-bulk-field = Sehemu
candidates-bulk-how = La kufanya
candidates-bulk-add = Ongeza kwa yaliyopo
candidates-bulk-remove = Ondoa kwa yaliyopo
candidates-bulk-set = Weka badala ya yaliyopo
candidates-bulk-value = Thamani
candidates-bulk-would = Watahiniwa { $count } kati ya { $of } wangebadilika.
candidates-bulk-apply = { $count ->
    [one] Badilisha mtahiniwa 1
   *[other] Badilisha watahiniwa { $count }
}
candidates-bulk-done = { $count ->
    [one] Mtahiniwa 1 amebadilishwa. Ctrl+Z hutendua.
   *[other] Watahiniwa { $count } wamebadilishwa. Ctrl+Z hutendua.
}
candidates-what-changes = Kinachobadilika
candidates-errors-after = Makosa
candidates-from-to = { $from } → { $to }

# Kubandika
candidates-paste-title = { $count ->
    [one] Bandika safu 1
   *[other] Bandika safu { $count }
}
candidates-paste-would = Wapya { $entered }, watakaobadilika { $changed }, zisizosomeka { $refused }.
candidates-paste-headings = Kwa vichwa vilivyo kwenye safu:
candidates-paste-place = Kwa mahali palipobandikwa:
candidates-paste-left-out = imeachwa
candidates-paste-rows = Safu zilizobandikwa
candidates-paste-row = Safu
candidates-paste-new = mpya
candidates-paste-same = kama ilivyo
candidates-paste-apply = { $count ->
    [one] Ingiza safu 1
   *[other] Ingiza safu { $count }
}
candidates-pasted = { $count ->
    [one] Mtahiniwa 1 ameingizwa. Ctrl+Z hutendua.
   *[other] Watahiniwa { $count } wameingizwa. Ctrl+Z hutendua.
}
candidates-refused-error-value = { $cell }, { $column }: { $shown } iko mahali pa thamani. Sahihisha fomula au andika thamani.
candidates-refused-digits-lost = { $cell }, { $column }: { $shown } imepoteza tarakimu za mwisho. Fanya safu wima iwe ya maandishi kisha uandike nambari tena.
candidates-refused-too-narrow = { $cell }, { $column }: safu wima ilikuwa nyembamba mno kuonyesha nambari. Ipanue kisha unakili tena.
candidates-skipped-total = mstari wa jumla
candidates-skipped-signature = sahihi
candidates-skipped-repeated-headings = vichwa tena
candidates-skipped-no-entry = si mtahiniwa

# Historia
candidates-history-of = Historia ya { $name }
candidates-history-merged = kutoka KNEC
candidates-history-picture = picha
candidates-kind-enter = Kuingizwa
candidates-kind-change = Kubadilishwa
candidates-kind-bulk = Mabadiliko ya wengi
candidates-kind-import = Kuingizwa kutoka jedwali
candidates-kind-withdraw = Kuondolewa
candidates-kind-reinstate = Kurudishwa kwenye orodha
candidates-kind-photograph = Picha
candidates-kind-paper = Hati ya mahitaji maalum
candidates-kind-slip = Stakabadhi ya benki
candidates-kind-centre = Maelezo ya kituo
candidates-kind-acknowledge = Onyo lililokubaliwa
candidates-kind-undo = Kutenduliwa
candidates-kind-redo = Kurudiwa
candidates-kind-sign = Sahihi kwenye orodha
candidates-kind-resolve = Mgongano umeamuliwa
candidates-kind-depart = Kuhamia kituo kingine
candidates-kind-arrive = Kutoka kituo kingine
candidates-kind-other = Jambo lingine
candidates-of-rule = Wanaohusika na hili pekee: { $what }
candidates-of-all = Onyesha wote
