# Maneno ya matokeo ya ukaguzi. Ujumbe mmoja kwa kila kanuni, kwa jina la kanuni:
# ujumbe wenyewe husema kasoro, `.why` kwa nini ni muhimu, `.action` la kufanya.
# Vigezo ni sawa na vya Kiingereza: $subjects, $count, $given, $limit, katika ujumbe wenyewe tu.

## Jina na mtu

name-missing = Jina halijajazwa.
    .why = KNEC humtambua mtahiniwa kwa jina lililo kwenye cheti cha kufuzu.
    .action = Andika jina kamili kama lilivyo kwenye cheti hicho.
name-characters = Jina lina tarakimu au alama isiyofaa.
    .why = Jina hili huchapishwa kwenye cheti cha KCSE na lazima lifanane na la cheti cha kufuzu.
    .action = Tumia herufi, nafasi, ritifaa, kistari na nukta pekee.
name-single = Jina lina neno moja tu.
    .why = Vyeti vingi huwa na majina mawili au matatu, na kubadilisha jina huhitaji tangazo la Gazeti Rasmi la Kenya.
    .action = Linganisha na cheti cha kufuzu; ongeza majina mengine au thibitisha kwamba hayapo.
gender-invalid = Jinsia si M wala F.
    .why = Jinsia isiyo sahihi hurekebishwa mara nyingi baada ya usajili kufungwa, na marekebisho hayo huweza kutozwa faini.
    .action = Andika M kwa mwanamume au F kwa mwanamke.
birth-year-invalid = Mwaka wa kuzaliwa si mwaka wa tarakimu nne kabla ya { $limit }.
    .why = Mwaka wa kuzaliwa husaidia kutofautisha watahiniwa wenye majina sawa.
    .action = Andika mwaka ulio kwenye cheti cha kuzaliwa, kwa mfano 2008.
birth-year-implausible = Kwa mwaka huu wa kuzaliwa, umri mwaka wa { $limit } ungekuwa { $given }.
    .why = KCSE haina kikomo cha umri, lakini mara nyingi umri kama huu ni kosa la uchapaji.
    .action = Angalia cheti cha kuzaliwa; rekebisha mwaka au uuthibitishe kwa kutoa sababu.
birth-certificate-missing = Raia anahitaji nambari ya cheti cha kuzaliwa.
    .why = KNEC huwatofautisha watahiniwa kwa nambari za vyeti vyao vya kuzaliwa.
    .action = Andika nambari ya cheti hicho. Nakala haitumwi kwa KNEC.
birth-certificate-placeholder = Hii haionekani kuwa nambari ya cheti cha kuzaliwa.
    .why = Usajili wenye nambari za kubuni, kama vile sufuri tupu, umewahi kufutwa.
    .action = Andika nambari kama ilivyochapishwa: herufi 4 hadi 12 zikiwa tarakimu, herufi kubwa, / au -, na angalau tarakimu nne.
birth-certificate-repeated = Mtahiniwa mwingine ana nambari hii hii ya cheti cha kuzaliwa.
    .why = Kumsajili mtu mmoja mara mbili ni udanganyifu wa mtihani, na matokeo hufutwa.
    .action = Linganisha vyeti vyote viwili; rekebisha nambari isiyo sahihi au ondoa usajili wa pili.
citizenship-invalid = Uraia si C wala N.
    .why = Uraia huamua nani analipa ada ya mtihani.
    .action = Andika C kwa raia wa Kenya au N kwa asiye raia.
entry-code-invalid = Msimbo wa jaribio si 1, 2 wala 3.
    .why = Msimbo huamua ada, nambari ya usajili na kanuni za masomo.
    .action = Andika 1 kwa jaribio la kwanza, 2 kwa kurudia mtihani wote, 3 kwa kurudia baadhi ya masomo.

## Nambari ya usajili

index-format = Nambari ya mtahiniwa si tarakimu tatu.
    .why = Nambari ya usajili ni tarakimu nane za kituo na tatu za mtahiniwa.
    .action = Andika tarakimu tatu, kama 007, au uache wazi ili nambari itolewe.
index-range = Nambari ya mtahiniwa haiko kati ya { $given } na { $limit }.
    .why = Wanaorudia baadhi ya masomo wana nambari zao, mbali na za watahiniwa wengine.
    .action = Toa nambari inayofaa au rekebisha msimbo wa jaribio.
index-centre = Nambari ya usajili inaanza na msimbo wa kituo kingine.
    .why = Tarakimu nane za kwanza ni za kituo ambako mtahiniwa anafanyia mtihani.
    .action = Rekebisha nambari, au peleka usajili kwenye kituo chake.
index-duplicate = Mtahiniwa mwingine wa kituo hiki ana nambari hii hii.
    .why = Alama hurekodiwa kwa nambari ya usajili, hivyo kila nambari ni ya mtahiniwa mmoja.
    .action = Mpe mmoja wao nambari nyingine ambayo haijatumika.
index-exhausted = Hakuna nambari iliyobaki kwa mtahiniwa huyu.
    .why = Idadi ya nambari ina kikomo, na iliyotolewa haitumiki tena.
    .action = Omba KNEC msimbo mwingine wa kituo au nambari zaidi kupitia waraka.

## Picha

photo-missing = Hakuna picha.
    .why = Picha huchapishwa kwenye orodha ya watahiniwa na kwenye cheti; cheti hakitolewi bila picha.
    .action = Weka picha ya pasipoti yenye rangi.
photo-unreadable = Picha haifunguki.
    .why = Faili iliyoharibika haiwezi kuchapishwa wala kupakiwa.
    .action = Piga au hifadhi picha upya, kisha uiweke tena.
photo-size = Picha si ya pikseli 300 kwa 300.
    .why = KNEC hupokea ukubwa huo tu.
    .action = Weka tena picha ya awali; Daftari huikata na kuipunguza.
photo-colour = Picha haina rangi.
    .why = KNEC huhitaji picha za rangi.
    .action = Weka picha ya rangi ya mtahiniwa.
photo-repeated = Picha hii hii imetumiwa kwa mtahiniwa mwingine.
    .why = Kumsajili mtahiniwa kwa sura ya mwingine ni kujifanya mtu mwingine.
    .action = Tambua picha ni ya nani, kisha uweke picha sahihi ya huyo mwingine.

## Cheti cha msingi

qualification-missing = Cheti cha kufuzu hakijatajwa.
    .why = Anayefanya mtihani kwa mara ya kwanza anahitaji KCPE au cheti kinachokubalika badala yake.
    .action = Chagua KCPE, CPE, KCE, EACE au FOREIGN (cheti cha nje).
qualification-index-missing = Nambari au mwaka wa cheti cha kufuzu haupo.
    .why = KNEC hupata maelezo ya awali ya mtahiniwa kwa nambari na mwaka huo.
    .action = Nakili vyote viwili kutoka kwenye cheti.
qualification-index-format = Nambari ya KCPE haina tarakimu zinazofaa.
    .why = Nambari ya KCPE huwa na tarakimu 11, au 9 kwa mwaka wa 2011 na kabla; nyingine yoyote haipatikani.
    .action = Inakili tena kutoka kwenye cheti; rudisha sufuri iliyopotea mwanzoni.
qualification-index-repeated = Mtahiniwa mwingine ana cheti, nambari na mwaka huu huu.
    .why = Kumsajili mtu mmoja mara mbili ni udanganyifu wa mtihani, na matokeo hufutwa.
    .action = Linganisha vyeti vyote viwili; rekebisha kisicho sahihi au ondoa usajili wa pili.
qualification-year-impossible = Cheti hakiwezi kuwa cha mwaka huu.
    .why = Ama mtihani huo haukufanyika mwaka huo, au mwaka huo haujapita.
    .action = Angalia mwaka na aina ya cheti.
qualification-too-recent = Cheti cha kufuzu ni cha { $given }; kinapaswa kuwa cha { $limit } au kabla.
    .why = Miaka mitatu kamili ya shule ya upili hupita kati ya cheti hicho na KCSE.
    .action = Angalia mwaka ulio kwenye cheti; ukiwa sahihi, mtahiniwa husubiri KCSE ya baadaye.
qualification-foreign-equation = Cheti cha nje kinahitaji barua ya KNEC ya ulinganisho ya { $limit } au kabla.
    .why = KNEC lazima iwe imelinganisha cheti mwaka mmoja kabla ya usajili.
    .action = Andika mwaka wa barua hiyo, au omba ulinganisho kutoka KNEC.
qualification-foreign-qualifying-test = Miaka ya shule ya msingi ni { $given }; mtahiniwa anahitaji kufaulu Mtihani wa Kufuzu (QT) mwaka wa { $limit } au kabla.
    .why = Wenye cheti cha nje na chini ya miaka minane ya shule ya msingi hufanya mtihani huo kwanza.
    .action = Andika mwaka aliofaulu, au umsajili kwa mtihani huo mwaka huu.
qualification-foreign-primary-years = Miaka ya shule ya msingi nje ya nchi haijajazwa.
    .why = Miaka hiyo huamua kama Mtihani wa Kufuzu (QT) unahitajika.
    .action = Andika idadi ya miaka.
qualification-foreign-particulars = Nchi au nambari ya pasipoti haipo.
    .why = Wenye vyeti vya nje huorodheshwa kwa KNEC kwenye karatasi ya pekee yenye maelezo hayo.
    .action = Andika nchi ya mtihani na nambari ya pasipoti.
qualification-cpe-qualifying-test = Mwenye CPE anahitaji kufaulu Mtihani wa Kufuzu (QT) mwaka wa { $limit } au kabla.
    .why = CPE pekee haitoshi kuingia KCSE.
    .action = Andika mwaka aliofaulu, au umsajili kwa mtihani huo mwaka huu.
identity-missing = Hakuna kitambulisho kilichotajwa.
    .why = Watahiniwa wa kibinafsi na wenye CPE lazima waonyeshe utambulisho wao.
    .action = Andika nambari ya kitambulisho, pasipoti au kadi ya mgeni; au cheti cha kuzaliwa pamoja na kadi ya kusubiri kitambulisho.

## Wanaorudia

repeat-previous-missing = Nambari, mwaka au masomo ya KCSE ya mwisho hayapo.
    .why = Anayerudia huruhusiwa masomo ya jaribio la mwisho tu, hivyo jaribio hilo lazima lijulikane.
    .action = Nakili yote matatu kutoka kwenye hati ya matokeo au cheti.
repeat-previous-year = Mwaka wa KCSE ya mwisho si kabla ya { $limit }.
    .why = Mtihani uliokwisha kufanywa tu ndio unaoweza kurudiwa.
    .action = Angalia mwaka ulio kwenye hati ya matokeo.
repeat-first-attempt = Msimbo unasema jaribio la kwanza, lakini KCSE ya awali imetajwa.
    .why = Ada na mlipaji hutofautiana kati ya jaribio la kwanza na kurudia.
    .action = Tumia msimbo 2 au 3 kwa anayerudia; au futa jaribio la awali kama halikuwapo.
repeat-new-subject = Hayamo katika jaribio la mwisho: { $subjects }.
    .why = Anayerudia haruhusiwi kuanza masomo mapya.
    .action = Yaondoe, au rekebisha masomo ya jaribio la mwisho kulingana na hati ya matokeo.
repeat-too-few = Idadi ya masomo ni { $given }; kurudia mtihani wote huhitaji angalau { $limit }.
    .why = Msimbo 2 ni wa mtihani wote; kwa masomo machache zaidi alama huonekana kwenye hati ya matokeo tu.
    .action = Ongeza masomo ya jaribio la mwisho, au tumia msimbo 3.
repeat-too-many = Anayerudia baadhi ya masomo huruhusiwa yasiyozidi { $limit }; yaliyojazwa ni { $given }.
    .why = Kuanzia masomo saba ni mtihani wote.
    .action = Punguza masomo, au tumia msimbo 2.
repeat-none = Hakuna somo la kurudia lililojazwa.
    .why = Anayerudia baadhi ya masomo huchukua angalau somo moja.
    .action = Jaza masomo yatakayorudiwa.
repeat-old-attempt = Miaka { $given } imepita tangu jaribio la mwisho, zaidi ya { $limit }.
    .why = Mwongozo hutaka jaribio la karibuni, ilhali majibu ya KNEC kwa umma huruhusu mwaka wowote.
    .action = Hakikisha ushahidi wa jaribio hilo upo, kisha uthibitishe kwa kutoa sababu.

## Masomo

subjects-unknown = Kuna msimbo wa somo ambao haumo katika mtihani huu.
    .why = KNEC haiwezi kuandaa karatasi za somo isilolitahini.
    .action = Linganisha misimbo na orodha ya masomo, kisha uirekebishe.
subjects-duplicate = Msimbo wa somo umejazwa mara mbili.
    .why = Somo huhesabiwa mara moja tu; huenda lilikusudiwa somo jingine.
    .action = Ondoa la pili, au jaza somo lililokusudiwa.
subjects-too-few = Idadi ya masomo ni { $given }; yanahitajika angalau { $limit }.
    .why = Kwa masomo machache zaidi cheti cha KCSE hakitolewi.
    .action = Ongeza masomo hadi mkondo ukamilike.
subjects-too-many = Idadi ya masomo ni { $given }; yasizidi { $limit }.
    .why = KNEC haipokei masomo zaidi ya hayo.
    .action = Punguza masomo ya hiari.
subjects-compulsory = Somo la lazima halipo: { $subjects }.
    .why = Kiingereza, Kiswahili na Hisabati moja ni lazima; kwa ulemavu wa kusikia, Lugha ya Ishara ya Kenya huweza kuchukua nafasi ya Kiswahili.
    .action = Liongeze.
subjects-mathematics-choice = Hisabati A (121) na B (122) zote zimejazwa.
    .why = Mtahiniwa hufanya moja kati ya hizo mbili.
    .action = Bakiza 121, au 122 pamoja na Sayansi ya Jumla (237).
subjects-religious-choice = Zaidi ya somo moja la elimu ya dini: { $subjects }.
    .why = Mtahiniwa hufanya moja tu kati ya 313, 314 na 315.
    .action = Bakiza moja.
subjects-sciences = Yapo chini ya mawili kati ya Bayolojia (231), Fizikia (232) na Kemia (233).
    .why = Pamoja na Hisabati A, sayansi mbili zinahitajika ili kupata cheti.
    .action = Ongeza somo la sayansi.
subjects-general-science = Hisabati B (122) na Sayansi ya Jumla (237) huenda pamoja, lakini limejazwa moja tu.
    .why = Masomo hayo mawili ni mkondo mmoja, na hakuna linalofaa katika mkondo mwingine.
    .action = Ongeza la pili; au chukua Hisabati A (121) na sayansi mbili.
subjects-option-b-extras = Sayansi hizi haziruhusiwi pamoja na Sayansi ya Jumla: { $subjects }.
    .why = Pamoja na Hisabati B, masomo mengine hutoka katika vikundi vya III, IV na V.
    .action = Weka masomo ya vikundi hivyo badala yake.
subjects-option-b-clearance = Kituo hakina barua ya idhini ya Hisabati B pamoja na Sayansi ya Jumla.
    .why = Ofisi ya ubora wa elimu ya Wizara lazima iwe imeidhinisha shule, na nakala huambatishwa na marejesho.
    .action = Rekodi barua hiyo katika maelezo ya kituo, au iombe kutoka Wizara.
subjects-humanity = Hakuna somo la kikundi cha III (311 hadi 315).
    .why = Historia, Jiografia au somo la elimu ya dini linahitajika ili kupata cheti.
    .action = Ongeza mojawapo.
subjects-blind-only = Bayolojia ya Wasioona (236) imejazwa, lakini ulemavu wa kutoona haujatajwa.
    .why = Karatasi hiyo ni ya watahiniwa wasioona tu.
    .action = Taja hitaji maalum, au jaza Bayolojia (231).
subjects-blind-biology = Bayolojia ya Wasioona (236) haipo.
    .why = Hilo ndilo somo la sayansi katika mkondo wa mtahiniwa asiyeona.
    .action = Ongeza 236.
subjects-blind-excluded = Watahiniwa wasioona hawaruhusiwi: { $subjects }.
    .why = Wao huchagua kutoka vikundi vya III na V, na Sayansikimu (441) pekee katika kikundi cha IV.
    .action = Weka masomo ya vikundi hivyo badala yake.
subjects-sign-language = Lugha ya Ishara ya Kenya (504) imejazwa bila Kiswahili (102).
    .why = Ni kwa wenye ulemavu wa kusikia tu inapochukua nafasi ya Kiswahili; kwa wengine ni somo la hiari.
    .action = Ongeza 102, au taja hitaji maalum.
subjects-not-offered = Hayamo katika masomo yanayofundishwa kituoni: { $subjects }.
    .why = Watahiniwa husajiliwa kwa masomo yanayofundishwa katika shule yao tu.
    .action = Rekebisha masomo, au orodha ya masomo ya kituo.

## Mahitaji maalum

special-needs-unknown = Kuna aina ya hitaji maalum isiyojulikana.
    .why = KNEC huandaa karatasi na usaidizi kulingana na aina ya hitaji.
    .action = Tumia BLIND, LOW_VISION, HEARING, PHYSICAL au MENTAL.
special-needs-evidence = Hati za hitaji maalum lililotajwa hazijakamilika.
    .why = KNEC husaidia pale tu ambapo hati zinaonyesha hitaji hilo.
    .action = Weka ripoti ya daktari, ripoti ya EARC na ripoti mbili za mwalimu mkuu; kwa ulemavu wa viungo pia picha ya rangi ya mwili mzima.

## Kituo

centre-too-few = Idadi ya watahiniwa wa kituo ni { $given }; haipaswi kuwa chini ya { $limit }.
    .why = Watahiniwa wa kituo kidogo hufanyia mtihani katika kituo kingine, isipokuwa magereza na shule maalum.
    .action = Kubaliana kuhusu kituo mwenyeji na Mkurugenzi wa Elimu wa Kaunti Ndogo.
centre-code = Msimbo wa kituo hauonekani kuwa sahihi.
    .why = Una tarakimu nane: kaunti, kaunti ndogo na shule. Tarakimu ya tatu ni ya mkoa wa zamani.
    .action = Linganisha na barua ya KNEC.
centre-full = Kituo hakina nambari za watahiniwa zilizobaki.
    .why = Idadi ya nambari ina kikomo, na hakuna inayotumika mara mbili.
    .action = Omba KNEC msimbo mwingine wa kituo au nambari zaidi.
roll-unsigned = Orodha ya watahiniwa haijatiwa sahihi.
    .why = Hakuna mtahiniwa anayehesabiwa kuwa amesajiliwa kabla ya orodha kutiwa sahihi.
    .action = Chapisha orodha, kila mtahiniwa aikague na kutia sahihi, itie sahihi na muhuri, kisha urekodi hapa.
fees-unpaid = Hakuna stakabadhi ya benki ya ada wanazodaiwa watahiniwa.
    .why = Wanaorudia, watahiniwa wa kibinafsi na wasio raia hujilipia.
    .action = Lipa jumla ya fomu ya ada katika akaunti mojawapo ya KNEC, kisha urekodi stakabadhi.
fees-mismatch = Jumla ya stakabadhi ni shilingi { $given }, ya fomu ya ada ni { $limit }.
    .why = Jumla ya fomu ya ada hulipwa kamili, kwa malipo ya mara moja.
    .action = Angalia stakabadhi na usajili; lipa kilichopungua.
bank-unknown = Stakabadhi inataja benki isiyo na akaunti ya ada ya KNEC.
    .why = Pesa zilizolipwa kwingine hazifiki KNEC.
    .action = Angalia jina la benki, au lipa katika benki iliyoorodheshwa.
window-closed = Usajili umefungwa.
    .why = Hakuna usajili wa kuchelewa; marekebisho sasa hutozwa faini, na KNEC inaweza kuyakataa.
    .action = Omba marekebisho kupitia Mkurugenzi wa Elimu wa Kaunti Ndogo.
return-incomplete = Hati za marejesho hazijakamilika.
    .why = Watahiniwa husajiliwa tu hati zote zinapofika KNEC kwa wakati.
    .action = Kamilisha orodha ya watahiniwa, tamko, fomu za mahitaji maalum, fomu za kutokuwa na watahiniwa na stakabadhi za benki.

## Marekebisho yanayopendekezwa; kigezo ni $value tu

fix-write = Andika { $value }
fix-leading-zeros = Rudisha sufuri zilizopotea mwanzoni: { $value }
fix-subjects-once = Bakiza kila msimbo mara moja: { $value }
