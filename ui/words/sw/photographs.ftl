# Ukurasa wa "photographs".
photographs-title = Picha
photographs-lead = Picha moja kwa kila mtahiniwa, ya rangi, inayoonyesha uso. Ziwe za ukubwa wowote, hapa huwa 300 × 300.
photographs-tab-bring = Leta picha
photographs-tab-sheet = Ukurasa wa picha zote
photographs-drop = Dondosha picha au folda hapa
photographs-drop-hint = Zipe faili majina ya nambari ya mtihani, ya mtahiniwa au ya usajili shuleni, kama 001.jpg au ADM 4521.jpg; ndipo zitawapata watahiniwa wake zenyewe.
photographs-choose-files = Chagua picha…
photographs-choose-folder = Chagua folda…
photographs-pictures = Picha
photographs-making = Picha zinatengenezwa
photographs-batch = Picha zilizoletwa
photographs-summary = { $ready ->
    [one] Moja iko tayari.
   *[other] { $ready } ziko tayari.
} { $open ->
    [0] { "" }
    [one] Moja inahitaji useme ni ya nani.
   *[other] { $open } zinahitaji useme ni za nani.
} { $unusable ->
    [0] { "" }
    [one] Moja haiwezi kutumika.
   *[other] { $unusable } haziwezi kutumika.
}
photographs-attach = { $count ->
    [one] Weka picha 1
   *[other] Weka picha { $count }
}
photographs-clear = Ondoa zote hapa
photographs-attached = { $count ->
    [one] Picha moja imewekwa.
   *[other] Picha { $count } zimewekwa.
} { $replaced ->
    [0] { "" }
    [one] Moja imechukua nafasi ya nyingine.
   *[other] { $replaced } zimechukua nafasi za nyingine.
}
photographs-removed = Picha ya { $name } imeondolewa.
photographs-swapped = Picha za { $one } na { $other } zimebadilishana.
photographs-undo = Tendua
photographs-open = { $count ->
    [one] Hii ni ya nani?
   *[other] Hizi { $count } ni za nani?
}
photographs-unusable = { $count ->
    [one] Moja isiyoweza kutumika
   *[other] { $count } zisizoweza kutumika
}
photographs-matched = { $count ->
    [one] Moja iliyompata mtahiniwa wake
   *[other] { $count } zilizowapata watahiniwa wake
}
photographs-whose = { $file } ni ya nani
photographs-whose-hint = Nambari au jina
photographs-has-one = ana picha
photographs-leave-out = Iache nje
photographs-frame = Kata picha…
photographs-frame-of = Kata picha ya { $name }
photographs-not-theirs = Huyu si { $name }
photographs-replaces = Inachukua nafasi ya iliyopo
photographs-by-photo-column = Kwa safu ya picha
photographs-by-index-number = Kwa nambari ya mtihani
photographs-by-candidate-number = Kwa nambari ya mtahiniwa
photographs-by-admission-number = Kwa nambari ya usajili shuleni
photographs-by-hand = Ulisema wewe
photographs-by-ambiguous = Jina linawafaa wengi: { $who }
photographs-by-repeated = Kuna faili nyingine ya { $who }: chagua moja
photographs-by-nobody = Hakuna nambari katika jina inayomfaa mtu yeyote
photographs-hint-too-dark = Ina giza
photographs-hint-too-bright = Ina mwanga mwingi mno
photographs-hint-blurred = Haionekani wazi
photographs-hint-too-small = Ndogo
photographs-unusable-unread = Faili haiwezi kufunguliwa. Hakikisha kadi au flashi bado imechomekwa, kisha uichague tena.
photographs-unusable-empty = Faili ni tupu. Nakili picha tena kutoka kwa kamera au simu.
photographs-unusable-not-a-picture = Hii si picha, hata iitwe vipi. Hifadhi picha yenyewe kama JPEG, kisha uchague faili hiyo.
photographs-unusable-unsupported = Picha za aina ya { $kind } haziwezi kusomwa hapa. Ifungue kwenye simu, uihifadhi au uitume kama JPEG, kisha uchague faili hiyo.
photographs-unusable-truncated = Picha imekatika: sehemu yake haipo. Nakili faili tena kutoka ilikotoka.
photographs-unusable-damaged = Picha imeharibika. Nakili faili tena, au upige picha upya.
photographs-unusable-too-many-bytes = Faili ni kubwa kuliko { SIZE($limit) }, kiwango cha juu kinachosomwa. Hifadhi picha ikiwa ndogo zaidi.
photographs-unusable-too-many-pixels = Picha ina pikseli { $width } × { $height }; zinazosomwa ni milioni { $limit } tu. Weka kamera kwenye ukubwa mdogo, au hifadhi picha ikiwa ndogo zaidi.
photographs-frame-title = Kata { $file }
photographs-square = Mraba unaokatwa
photographs-square-keys = Buruta mraba, au tumia vitufe vya mishale juu yake; + na − hubadilisha ukubwa, Shift huchukua hatua ndogo.
photographs-size = Ukubwa wa mraba
photographs-across = Kutoka kushoto
photographs-down = Kutoka juu
photographs-turn-left = Zungusha kushoto
photographs-turn-right = Zungusha kulia
photographs-made = 300 × 300, { SIZE($bytes) }
photographs-frame-done = Tayari
photographs-camera = Piga kwa kamera…
photographs-camera-refused = Programu hii haikuruhusiwa kutumia kamera. Iruhusu katika mipangilio ya kompyuta, au leta picha kama faili.
photographs-camera-whose = Picha ya nani
photographs-camera-take = Piga
photographs-camera-file = camera.jpg
photographs-show = Onyesha
photographs-show-all = Wote
photographs-show-with = Wenye picha
photographs-show-without = Wasio na picha
photographs-count = { $with } kati ya { $total } wana picha. Wapitie kwa vitufe vya mishale.
photographs-none = Hakuna wa kuonyeshwa hapa
photographs-portrait = Picha
photographs-blank = Hakuna picha
photographs-wrong-person = Si mtu huyu
    .keys = Delete
photographs-swap = Badilishana na…
    .keys = S
photographs-swap-here = Badilishana na huyu
photographs-swap-with = Sasa nenda kwenye picha ya kubadilishana na { $name }, kisha ubonyeze S tena.
photographs-another = Picha nyingine…
