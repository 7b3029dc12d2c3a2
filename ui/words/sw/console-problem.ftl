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
console-problem-request-invalid = Seva haikupokea hili: { $told }
console-problem-request-not-found = Hili halipo tena.
console-problem-request-too-large = Hili ni kubwa kuliko seva inavyopokea kwa mara moja.
console-problem-request-busy = Seva ina kazi nyingi kwa sasa. Jaribu tena baada ya muda mfupi.
console-problem-request-too-many = Maombi ni mengi mno. Jaribu tena baada ya muda mfupi.
console-problem-store-failed = Hifadhi ya seva haikujibu. Hakuna kilichobadilika; jaribu tena baada ya muda mfupi.
console-problem-register-unknown = Hakuna kinachojulikana kuhusu kituo hiki mwaka huu.
console-problem-user-unknown = Hakuna mtumiaji wa jina hili unayeweza kumbadilisha.
console-problem-device-unknown = Hakuna kifaa kama hicho kati ya vile unavyoweza kubadilisha.
console-problem-password-weak = Tumia angalau herufi 12, isiwe jina lako; maneno matatu yasiyo ya mtu yeyote ni mazuri.
console-problem-enrol-code = Msimbo si sahihi, umetumika, au muda wake umepita. Omba mwingine.
console-problem-stopped = Imesimamishwa. Seva inabaki na ilichokuwa imepokea.
console-problem-passkey-stopped = Ufunguo wa siri haukutumika. Jaribu tena, au tumia njia nyingine.
