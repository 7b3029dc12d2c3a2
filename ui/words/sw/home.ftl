# Ukurasa wa kwanza.
home-title = Mwanzo
home-lead = Yaliyobaki kabla watahiniwa wa kituo hiki kusajiliwa kikamilifu kwa KCSE { $year }
home-candidates = { $count ->
    [one] mtahiniwa kwenye orodha
   *[other] watahiniwa kwenye orodha
}
home-ready = { $count ->
    [one] ingizo lisilo na lililobaki
   *[other] maingizo yasiyo na lililobaki
}
home-duly = { $count ->
    [one] aliyesajiliwa kikamilifu
   *[other] waliosajiliwa kikamilifu
}
home-approved = Imeidhinishwa
home-approved-by = na { $name }, { DAY($when) }
home-changed = Imebadilika tangu kuidhinishwa
home-changed-since = Orodha iliidhinishwa { DAY($when) }; kitu kimebadilika baada ya hapo. Lazima iidhinishwe tena.
home-draft = Rasimu
home-to-approval = Bado haijaidhinishwa: hati husema DRAFT
home-left = Yaliyobaki
home-nobody = Hakuna mtu kwenye orodha bado
home-nobody-text = Andika watahiniwa, au lete jedwali ulilo nalo.
home-enter = Andika watahiniwa
home-import = Ingiza jedwali
home-nothing-left = Hakuna lililobaki.
home-concerns = { $count ->
    [one] Mtahiniwa 1:
   *[other] Watahiniwa { $count }:
}
home-and-more = na wengine { $count }
home-more = Onyesha { $count } zaidi
home-fewer = Onyesha machache
home-days = Siku zilizobaki
home-opens = Usajili unafunguliwa { DAY($day) }
home-closes = Usajili unafungwa { DAY($day) }
home-transfers = Uhamisho unaweza kuombwa hadi { DAY($day) }
home-today = Leo
home-days-left = { $count ->
    [one] Imebaki siku 1
   *[other] Zimebaki siku { $count }
}
home-days-past = { $count ->
    [one] Siku 1 iliyopita
   *[other] Siku { $count } zilizopita
}
home-council-said = kama baraza lilivyosema katika ulinganishaji wa mwisho
home-no-days = Tarehe za usajili za mwaka huu bado hazijatangazwa; huja na waraka wa baraza.
home-conditions = Kusajiliwa kikamilifu
home-condition-requirements = Masharti ya kuingia
home-condition-details = Maelezo na masomo
home-condition-photograph = Picha
home-condition-roll = Sahihi kwenye orodha
home-condition-fees = Ada kulipwa
home-condition-documents = Hati kuwasilishwa
home-met = { $met } kati ya { $all }
home-fees = Ada
home-fees-state = Serikali hulipa
home-fees-owed = Watahiniwa wanadaiwa
home-fees-paid = Stakabadhi za benki zilizorekodiwa
home-clock = Saa ya kompyuta hii inaonekana kuwa na makosa: inasema { DAY($now) }, { CLOCK($now) }.
home-clock-before-program = Toleo hili la Daftari lilitengenezwa baada ya siku hiyo.
home-clock-before-register = Daftari lina ingizo la { DAY($against) }, { CLOCK($against) }.
home-clock-before-council = Saa ya baraza ilisema { DAY($against) }, { CLOCK($against) } katika mawasiliano ya mwisho.
home-clock-after-examination = Mtihani ulifanyika zaidi ya mwaka mmoja kabla ya hapo.
home-clock-do = Weka tarehe na saa sahihi katika mipangilio ya kompyuta: historia na hati huzibeba. Hakuna kinachopotea usipofanya hivyo.
