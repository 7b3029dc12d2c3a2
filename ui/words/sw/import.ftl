# Ukurasa wa "import".
import-title = Kuingiza watahiniwa
import-lead = Watahiniwa kutoka jedwali lolote. Hakuna kinachoingia kwenye daftari kabla ya hatua ya mwisho.
import-steps = Hatua za kuingiza
import-step-choose = Chagua
import-step-sheet = Karatasi
import-step-columns = Safu wima
import-step-values = Maana
import-step-rows = Safu
import-step-done = Tayari
import-next = Endelea
import-drop = Dondosha jedwali hapa
import-drop-hint = Excel, LibreOffice au CSV, na vichwa vyovyote vilivyomo.
import-choose = Chagua jedwali…
import-spreadsheets = Majedwali
import-workbook = Faili ya Excel
import-no-list = Huna orodha bado? Kiolezo kitupu kina safu wima zote, na orodha za kuchagua palipo na maana chache.
import-template = Hifadhi kiolezo kitupu…
import-template-name = watahiniwa.xlsx
import-saved = Imehifadhiwa kama { $path }
import-reading = Jedwali linasomwa: safu { $rows } hadi sasa
import-judging = Kila safu inakaguliwa
import-sheet-title = Ni karatasi gani yenye watahiniwa?
import-sheet-headings = Vichwa vya watahiniwa vimepatikana
import-sheet-no-headings = Hakuna vichwa vilivyotambuliwa
import-sheet-empty = Tupu
import-sheet-hidden = imefichwa kwenye faili
import-headings-title = Ni safu gani yenye vichwa?
import-headings-text = Hakuna safu ya vichwa iliyotambuliwa. Ichague; kwenye ukurasa unaofuata utasema kila safu wima ina nini.
import-headings-row = Safu
import-headings-none = Hakuna vichwa: safu ya kwanza tayari ni mtahiniwa
import-columns-title = Kila safu wima ina nini
import-columns-text = { $rows ->
    [one] Safu moja chini ya vichwa. Rekebisha kilichochukuliwa vibaya; safu wima zisizohitajika huachwa nje.
   *[other] Safu { $rows } chini ya vichwa. Rekebisha kilichochukuliwa vibaya; safu wima zisizohitajika huachwa nje.
}
import-remembered = Jedwali lenye vichwa hivi lilikuja awali: yaliyosemwa wakati huo yamejazwa.
import-doubled = Safu wima zaidi ya moja zimesemwa kuwa na: { $field }. Ya kwanza ndiyo inayohesabika.
import-column-heading = Safu wima
import-column-samples = Kilichomo
import-column-role = Ina
import-column-sure = Uhakika
import-no-heading = (hakuna kichwa)
import-holds = { $heading } ina nini
import-role-ignored = (iachwe nje)
import-role-surname = Jina la ukoo
import-role-other-names = Majina mengine
import-role-middle-name = Jina la kati
import-role-subject = { $code } { $name }
import-sure-none = haikutambuliwa
import-sure-likely = huenda
import-sure-synonym = imetambuliwa
import-sure-exact = hakika
import-sure-given = ulisema wewe
import-values-title = Maana ya yaliyoandikwa
import-values-unknown = { $count ->
    [one] Neno moja halijulikani. Sema maana yake; litakumbukwa kwa majedwali yenye vichwa hivi.
   *[other] Maneno { $count } hayajulikani. Sema maana yake; yatakumbukwa kwa majedwali yenye vichwa hivi.
}
import-values-known = Maneno yote yanajulikana.
import-recognised = { $count ->
    [one] { $field }: neno moja limetambuliwa
   *[other] { $field }: maneno { $count } yametambuliwa
}
import-times = { $count ->
    [one] mara moja
   *[other] mara { $count }
}
import-means = Maana ya { $value }
import-value-as-is = Liache kama lilivyo
import-value-empty = (hakuna)
import-value-leave-empty = Acha patupu
import-mark-taken = Anafanya somo hili
import-mark-not = Halifanyi
import-rows-title = { $count ->
    [one] Safu moja
   *[other] Safu { $count }
}
import-row = Safu
import-row-name = Safu ya { $row }
import-fate = Inakuwa
import-fate-new = Mpya
import-fate-update = Sasisho
import-fate-elsewhere = Kituo
import-fate-refused = Haisomeki
import-fate-skipped = Imerukwa
import-fate-taken-in = Imeingia
import-skip-total = jumla
import-skip-signature = sahihi
import-skip-headings = vichwa
import-skip-nothing = haina kitu
import-show = Onyesha
import-show-all = Zote ({ $count })
import-show-errors = Zenye makosa tu ({ $count })
import-show-warnings = Zenye maonyo ({ $count })
import-show-new = Mpya ({ $count })
import-show-update = Masasisho ({ $count })
import-show-elsewhere = Za vituo vingine ({ $count })
import-show-skipped = Zilizorukwa ({ $count })
import-errors = { $count ->
    [one] 1 ina makosa
   *[other] { $count } zina makosa
}
import-warnings = { $count ->
    [one] 1 ina maonyo
   *[other] { $count } zina maonyo
}
import-no-errors = Hakuna makosa
import-see-finding = Tazama chini ya jedwali
import-nothing-here = Hakuna safu za aina hii.
import-is-about = Inamhusu { $who }, aliye kwenye daftari tayari.
import-is-elsewhere = Ni ya daftari la kituo { $centre }; hapa inabaki nje.
import-nothing-wrong = Haina kosa lolote.
import-refusal-error-value = { $cell }: { $field } inaonyesha kosa { $shown } badala ya thamani. Andika thamani hapa.
import-refusal-digits-lost = { $cell }: { $field } ilihifadhiwa kama { $shown }, na tarakimu za mwisho zimepotea. Andika nambari kamili hapa.
import-refusal-too-narrow = { $cell }: { $field } ina alama za # tu, kwa kuwa safu wima ilikuwa nyembamba. Andika thamani hapa.
import-save-errors = Hifadhi faili ya makosa…
import-errors-name = makosa.xlsx
import-apply = Ingiza…
import-apply-title = Ingiza watahiniwa kwenye daftari
import-take-in = { $count ->
    [one] Ingiza safu 1
   *[other] Ingiza safu { $count }
}
import-which = Safu zipi?
import-which-clean = Zisizo na makosa ({ $count })
import-which-clean-hint = Nyingine hubaki nje; faili ya makosa inazo, na inaweza kuingizwa tena zikirekebishwa.
import-which-all = Zote zinazosomeka ({ $count })
import-which-all-hint = Makosa hurekebishwa baadaye, kwenye ukurasa wa watahiniwa.
import-done-title = Zimeingia
import-done = { $entered ->
    [0] Hakuna mpya.
    [one] Mtahiniwa mmoja ameingizwa.
   *[other] Watahiniwa { $entered } wameingizwa.
} { $updated ->
    [0] { "" }
    [one] Mmoja amesasishwa.
   *[other] { $updated } wamesasishwa.
}
import-left = { $count ->
    [one] Safu moja imebaki nje.
   *[other] Safu { $count } zimebaki nje.
}
import-left-text = Zihifadhi kama faili: kosa limeandikwa kando ya kila safu. Rekebisha humo, kisha uingize faili hiyo.
import-to-candidates = Nenda kwa watahiniwa
import-another = Jedwali lingine
import-undo = Tendua yote
import-undone = Uingizaji umetenduliwa.
