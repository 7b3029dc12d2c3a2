# Maneno ya matokeo ya ukaguzi. Ujumbe mmoja kwa kila kanuni.

name-missing = Jina halijajazwa.
    .why = KNEC humtambua mtahiniwa kwa jina lililo kwenye cheti cha kufuzu.
    .action = Andika jina kamili kama lilivyo kwenye cheti hicho.
