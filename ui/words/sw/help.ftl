# Mwongozo kwa maneno yetu.
help-title = Msaada
help-lead = Mwongozo wa usajili kwa maneno yetu, pamoja na kinachokaguliwa na Daftari. F1 katika sehemu yoyote hufungua aya yake.
help-search = Tafuta kwenye mwongozo
help-search-hint = Maneno, aya kama 2.8.2, au kanuni kama subjects.sciences
help-found = { $count ->
    [one] Aya 1
   *[other] Aya { $count }
}
help-section = { $section ->
    [faq] Maswali na majibu
   *[other] Sehemu ya { $section }
}
help-checked = Hukaguliwa hapa
help-not-for-software = Hili, au sehemu yake, hufanywa nje ya Daftari.
help-nothing = Hakuna kilichopatikana. Jaribu maneno machache, au nambari ya aya.
help-all = Mwongozo wote
