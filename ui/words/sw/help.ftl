# Mwongozo kwa maneno yetu.
help-title = Msaada
help-lead = Mwongozo wa usajili kwa maneno yetu, pamoja na kinachokaguliwa na Daftari. F1 katika sehemu yoyote hufungua aya yake.
help-search = Tafuta kwenye mwongozo
help-search-hint = Maneno, aya kama 2.8.2, au kanuni kama subjects.sciences
help-found = { $count ->
    [one] Aya 1
   *[other] Aya { $count }
}
help-section = { $topic ->
    [faq] Maswali na majibu
    [s2-1] { $section } Kuwa kituo na kubaki kituo
    [s2-2] { $section } Mahali karatasi zinapohifadhiwa na kutolewa
    [s2-3] { $section } Kusajili watahiniwa
    [s2-4] { $section } Nani anaweza kuwa mtahiniwa wa kibinafsi
    [s2-5] { $section } Kurudia mtihani
    [s2-6] { $section } Vyeti vya nchi nyingine
    [s2-7] { $section } Wenye cheti cha CPE
    [s2-8] { $section } Masomo na jinsi yanavyopangwa
    [s2-9] { $section } Picha
    [s2-10] { $section } Jinsi watahiniwa wa kibinafsi wanavyosajiliwa
    [s2-11] { $section } Uhamisho kati ya vituo
    [s2-12] { $section } Kusajiliwa mara mbili
    [s2-13] { $section } Kujiondoa kwenye mtihani
    [s2-14] { $section } Nani hulipa, na kisichorudishwa
    [s2-15] { $section } Ada na njia ya kuzilipa
    [s2-16] { $section } Mabadiliko baada ya kufunga
    [s2-17] { $section } Nani hufanya nini
    [s2-18] { $section } Miradi na maagizo yake
    [s2-19] { $section } Kurudisha hati za usajili
    [s2-20] { $section } Mtihani wa Kufuzu (QT)
   *[other] Sehemu ya { $section }
}
help-checked = Hukaguliwa hapa
help-not-for-software = Hili, au sehemu yake, hufanywa nje ya Daftari.
help-nothing = Hakuna kilichopatikana. Jaribu maneno machache, au nambari ya aya.
help-all = Mwongozo wote
