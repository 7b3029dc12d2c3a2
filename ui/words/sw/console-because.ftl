# Kwa nini ni suala: misimbo ya utafutaji, na maingizo mawili kando kwa kando.
console-because-and-others = na { $count ->
    [one] mwingine mmoja
   *[other] wengine { $count }
}
console-because-written-twice = Watu wawili waliandika sehemu hii tofauti.
console-because-withdrawn-unseen = Mtahiniwa alibadilishwa na mtu ambaye hakuwa ameona kuondolewa kwake.
console-because-number-taken = Nambari ya mtahiniwa ilikuwa imepewa mwingine kwanza.
console-because-two-as-one = Kompyuta mbili ziliandika kama moja, au nakala ilirejeshwa.
console-because-revoked = Kompyuta iliyobatilishwa iliendelea kutuma.
console-because-late = Aliingizwa baada ya usajili kufungwa.
console-because-second-person = Utambulisho wa mtahiniwa umerekebishwa baada ya kufungwa: mtu wa pili anaombwa.
console-because-no-right = Lilitoka kwa mtu asiye na haki, na halikuwa na athari.
console-because-invalid = Halina maana jinsi lilivyofika, na halikuwa na athari.
console-because-unsigned = Marekebisho baada ya kufungwa yalifika bila sababu, na hayakuwa na athari.
console-because-departed = Liliandikwa kuhusu mtahiniwa aliyekuwa amehamia kituo kingine.
console-because-asked = Kituo ambacho mtahiniwa anaacha kinaomba uhamisho.
console-because-wanted = Kituo ambacho mtahiniwa anajiunga nacho kinaomba uhamisho.
console-because-both = Vituo vyote viwili vinaomba uhamisho.
console-because-no-result = Hakuna matokeo ya KCPE yenye nambari hii.
console-because-head-objects = Mwalimu mkuu anapinga.
console-because-same-picture =
    { $centres ->
        [one] Picha moja imetumiwa kwa watahiniwa { $count }.
       *[other] Picha moja imetumiwa kwa watahiniwa { $count } wa vituo { $centres }.
    }
console-because-missing = Kinachokosekana: { $what }.
console-because-missing-centre = daftari la kituo anachojiunga nacho
console-because-after-limit = Uhamisho uliombwa baada ya siku ya mwisho.
console-because-result-differs = Matokeo ya KCPE ni tofauti: { $field }.
console-because-few = Kituo kina { $count ->
    [one] mtahiniwa mmoja
   *[other] watahiniwa { $count }
}; wanaohitajika ni angalau { $least }.
console-because-deregistered = Kituo kimefutiwa usajili, na daftari lake bado lina { $count ->
    [one] mtahiniwa mmoja
   *[other] watahiniwa { $count }
}.
console-because-merged = Kituo kimeunganishwa na { $to }, na daftari lake bado lina { $count ->
    [one] mtahiniwa mmoja
   *[other] watahiniwa { $count }
}.
console-because-rising = { $field }: nambari za watahiniwa { $count } zinaongezeka kwa moja mstari hadi mstari.
console-because-repeated = { $field }: watahiniwa { $count } wanatumia nambari zilezile.
console-because-filler = { $field }: tarakimu za watahiniwa { $count } ni za kujaza nafasi tu.

console-because-of-certificate = Cheti cha kuzaliwa
console-because-of-index = Nambari ya mtihani wa msingi
console-because-of-names = Majina
console-because-of-gender = Jinsia
console-because-of-birth-year = Mwaka wa kuzaliwa
console-because-of-subjects = Masomo
console-because-of-telephone = Simu
console-because-of-document = Kitambulisho
console-because-of-last = Nambari ya KCSE ya mwisho
console-because-of-needs = Mahitaji maalum
console-because-of-standing = Msimbo wa kuingia na uraia
console-because-of-admission = Nambari ya usajili shuleni

console-because-code-same = sawa
console-because-code-of-many = sawa, inatumiwa na wengi
console-because-code-of-few = sawa, inatumiwa na wachache
console-because-code-next = zinafuatana
console-because-code-transposed = tarakimu mbili zimebadilishana
console-because-code-one-digit = tofauti ya tarakimu moja
console-because-code-one-missing = tarakimu moja inakosekana
console-because-code-two-digits = tofauti ya tarakimu mbili
console-because-code-differs = tofauti
console-because-code-other-year = sawa, mwaka mwingine
console-because-code-school = shule moja
console-because-code-slip-other-year = tofauti ya tarakimu moja, mwaka mwingine
console-because-code-school-digit = shule moja, tofauti ya tarakimu moja
console-because-code-differs-other-year = tofauti, mwaka mwingine
console-because-code-year-off = tofauti ya mwaka mmoja
console-because-code-slip = tofauti ya tarakimu moja, au mbili zimebadilishana
console-because-code-years-off = tofauti ya miaka miwili au mitatu
console-because-code-neither = haikutolewa
console-because-code-one-given = imetolewa kwa mmoja tu
console-because-code-one-exchanged = somo moja ni lingine
console-because-code-two-exchanged = masomo mawili ni mengine
console-because-code-mostly-other = mengi ni tofauti
console-because-code-entry = msimbo wa kuingia ni tofauti
console-because-code-citizenship = uraia ni tofauti
console-because-code-other-county = Kaunti nyingine
console-because-code-same-county = Kaunti moja
console-because-code-same-sub-county = Kaunti ndogo moja
console-because-code-same-centre = Kituo kimoja

console-because-name-same = { $count } sawa
console-because-name-sounds = { $count } kwa sauti moja
console-because-name-near = { $count } kwa tofauti ya herufi moja
console-because-name-stem = { $count } la shina moja
console-because-name-initial = { $count } kwa herufi ya kwanza
console-because-name-unlike = { $count } lingine
console-because-name-left-out = { $count } limeachwa
console-because-name-order = kwa mpangilio mwingine

console-because-otherwise-namesakes = majina yanafanana tu
console-because-otherwise-partly = majina yanafanana kwa sehemu, au familia moja
console-because-otherwise-certificate = cheti cha mwingine kwa makosa
console-because-otherwise-index = nambari ya mwingine kwa makosa
console-because-otherwise-recurring = nambari hiyo hiyo mwaka mwingine
console-because-otherwise-twins = mapacha
console-because-otherwise-schoolmates = wa shule moja ya msingi
console-because-otherwise-near = vyeti vinakaribiana kwa bahati
console-because-otherwise-strangers = wasiojuana
