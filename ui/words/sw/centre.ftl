# Maelezo ya kituo.
centre-fixed = Kituo { $code }, KCSE { $year }. Msimbo au mwaka mwingine ni daftari lingine.
centre-on-documents = Kwenye kila hati
centre-reached = Jinsi kituo kinavyofikiwa
centre-letters = Barua za Wizara na baraza
centre-field-name = Jina la kituo
centre-field-county = Kaunti
centre-field-sub-county = Kaunti ndogo
centre-field-head = Mkuu wa kituo
centre-field-head-no = Nambari ya utumishi ya mkuu
centre-field-head-phone = Simu ya mkuu
centre-field-address = Anwani ya posta
centre-field-telephone = Simu
centre-field-email = Barua pepe
centre-field-offered = Masomo yanayofundishwa
centre-field-clearance = Idhini ya njia B
centre-field-host = Kituo mwenyeji
centre-hint-name = Kama lilivyo kwenye cheti cha usajili
centre-hint-head = Jinsi jina litakavyokuwa chini ya sahihi
centre-hint-clearance = Kumbukumbu ya barua. Bila hiyo, Hisabati B pamoja na Sayansi ya Jumla ni makosa.
centre-hint-host = Msimbo wa tarakimu nane, kituo hiki kikiwa na watahiniwa wachache na kufanyia mtihani kwingine
centre-name-missing = Andika jina la kituo.
centre-host-wrong = Msimbo wa kituo una tarakimu nane.
centre-blank = Hati zina nafasi ya hili.
centre-blank-on-documents = Hayajajazwa kwenye hati: { $names }.
centre-fill-in = Jaza
centre-offered-text = Mtahiniwa mwenye somo lisilowekwa alama ni kosa. Lisipowekwa alama lolote, jambo hili haliangaliwi.
centre-offered-count = { $count ->
    [0] Hakuna lililowekwa alama
    [one] 1 limewekwa alama
   *[other] { $count } yamewekwa alama
}
centre-offered-entered = Weka alama yale yaliyosajiliwa
centre-offered-none = Ondoa alama zote
centre-subject = { $code } { $name }
centre-subject-entered = { $count ->
    [one] mtahiniwa 1
   *[other] watahiniwa { $count }
}
centre-said = Kanuni zinasema nini kuhusu kituo
