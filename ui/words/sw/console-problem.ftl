# Yaliyokataliwa na seva ya baraza, kwa msimbo wake. $seconds: baada ya sekunde ngapi ujaribu tena.
console-problem-unexpected = Jambo lisilotarajiwa limetokea.
console-problem-unreachable = Seva ya baraza haijibu. Angalia mtandao, kisha ujaribu tena.
console-problem-session-bad-login = Jina au nenosiri si sahihi.
console-problem-login-wrong = Jina au nenosiri si sahihi.
console-problem-session-missing = Kipindi kimekwisha. Ingia tena.
console-problem-session-second = Hatua ya pili bado inahitajika.
console-problem-session-locked = Kipindi kimefungwa kwa muda.
console-problem-role-no-right = Jukumu lako haliruhusu jambo hili.
console-problem-centre-foreign = Kituo hiki si kimojawapo cha vituo vyako.
console-problem-case-stale = Suala hili limebadilika ulipokuwa ukilitazama. Angalia kilichobadilika, kisha uamue tena.
console-problem-case-claimed = Mtu mwingine anashughulikia suala hili.
console-problem-case-settled = Suala hili tayari limeshughulikiwa na haliwezi kutenduliwa.
console-problem-request-foreign = Ombi halikutoka kwenye ukurasa huu. Pakia ukurasa upya.
console-problem-too-many = Umejaribu mara nyingi mno. Jaribu tena baada ya { $seconds ->
    [one] sekunde 1
   *[other] sekunde { $seconds }
}.
