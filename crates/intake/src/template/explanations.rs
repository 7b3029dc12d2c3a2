//! What the template says of each column. Owns the words in English and Kiswahili; the examples are made up.

use regulations::Field;

/// The words about one column. Both languages together fit the note beside a cell: 255 characters.
pub(super) struct Explanation {
    /// English.
    pub(super) en: &'static str,
    /// Kiswahili.
    pub(super) sw: &'static str,
    /// A value of a made-up candidate; empty where that candidate has none.
    pub(super) example: &'static str,
}

/// What to do, in order.
pub(super) const STEPS: [(&str, &str); 4] = [
    (
        "1. One candidate a row. Leave a cell empty where there is nothing to write. Do not change the headings; the order of the columns does not matter.",
        "1. Mtahiniwa mmoja kwa kila mstari. Acha nafasi wazi pasipo na la kuandika. Usibadilishe vichwa vya safu; mpangilio wa safu si muhimu.",
    ),
    (
        "2. Type numbers as they are printed, zeros included: the columns are set to keep them. When pasting, choose to paste values only.",
        "2. Andika nambari kama zilivyochapishwa, pamoja na sufuri za mwanzo: safu zimewekwa kuzihifadhi. Ukibandika, chagua kubandika thamani pekee.",
    ),
    (
        "3. Import the file into Daftari. Each row is checked, and rows with errors come back in a copy of your sheet that says what to correct.",
        "3. Leta faili hii ndani ya Daftari. Kila mstari hukaguliwa, na yenye makosa hurudishwa katika nakala ya karatasi yako inayoeleza cha kurekebisha.",
    ),
    (
        "4. The last column below shows one made-up candidate. It is not imported.",
        "4. Safu ya mwisho hapa chini inaonyesha mtahiniwa wa kubuni. Haletwi ndani ya daftari.",
    ),
];

const fn words(en: &'static str, sw: &'static str, example: &'static str) -> Explanation {
    Explanation { en, sw, example }
}

/// The words about a column.
pub(super) const fn explanation(field: Field) -> Explanation {
    match field {
        Field::Centre => words(
            "The centre's eight digits. Only needed where one sheet holds several centres.",
            "Tarakimu nane za kituo. Inahitajika tu karatasi moja ikiwa na vituo kadhaa.",
            "04112003",
        ),
        Field::CandidateNo => words(
            "Three digits, 001 to 499 (801 to 899 for those who repeat some subjects). Empty: a number is given.",
            "Tarakimu tatu, 001 hadi 499 (801 hadi 899 kwa wanaorudia baadhi ya masomo). Wazi: nambari itatolewa.",
            "007",
        ),
        Field::AdmissionNo => words("The school's own number.", "Nambari ya shule ya mwanafunzi.", "4521"),
        Field::Name => words(
            "All names, spelt as on the qualifying certificate.",
            "Majina yote, yaandikwe kama yalivyo kwenye cheti cha kufuzu.",
            "AKINYI JANE ATIENO",
        ),
        Field::Gender => {
            words("M for a boy or man, F for a girl or woman.", "M kwa mvulana au mume, F kwa msichana au mke.", "F")
        }
        Field::YearOfBirth => words("Four digits.", "Tarakimu nne za mwaka.", "2008"),
        Field::BirthCertificateNo => words(
            "The entry number printed on the birth certificate. Citizens must have one; zeros or a made-up number are found out.",
            "Nambari ya usajili iliyo kwenye cheti cha kuzaliwa. Raia lazima awe nayo; sufuri tupu au nambari ya kubuni hugunduliwa.",
            "12345678",
        ),
        Field::Citizenship => {
            words("C for a citizen of Kenya, N for others.", "C kwa raia wa Kenya, N kwa wengine.", "C")
        }
        Field::EntryCode => words(
            "1 first attempt, 2 repeats the whole examination, 3 repeats some subjects.",
            "1 mara ya kwanza, 2 anarudia mtihani wote, 3 anarudia baadhi ya masomo.",
            "1",
        ),
        Field::Qualification => words(
            "The certificate that opened the way to secondary school. FOREIGN: from another country.",
            "Cheti kilichomruhusu kuingia sekondari. FOREIGN: cha nchi nyingine.",
            "KCPE",
        ),
        Field::QualifyingIndex => words(
            "The index number on that certificate. KCPE: 11 digits, or 9 up to the year 2011.",
            "Nambari ya mtihani kwenye cheti hicho. KCPE: tarakimu 11, au 9 hadi mwaka wa 2011.",
            "04112003021",
        ),
        Field::QualifyingYear => words("The year of that certificate.", "Mwaka wa cheti hicho.", "2021"),
        Field::QualifyingTestYear => words(
            "Where a Qualifying Test was needed: the year it was passed.",
            "Ikiwa Jaribio la Kufuzu lilihitajika: mwaka alioupita.",
            "",
        ),
        Field::EquationYear => words(
            "Foreign certificate: the year of the letter that equates it.",
            "Cheti cha nje: mwaka wa barua ya kukilinganisha.",
            "",
        ),
        Field::Country => words("Foreign certificate: its country.", "Cheti cha nje: nchi yake.", ""),
        Field::PassportNo => {
            words("Foreign certificate: the passport's number.", "Cheti cha nje: nambari ya pasipoti.", "")
        }
        Field::PrimaryYears => words(
            "Foreign certificate: how many years of primary school.",
            "Cheti cha nje: miaka mingapi ya shule ya msingi.",
            "",
        ),
        Field::IdDocument => words(
            "Private candidates and CPE holders: number of the identity card, passport or alien card.",
            "Watahiniwa wa kibinafsi na wenye CPE: nambari ya kitambulisho, pasipoti au kadi ya mgeni.",
            "",
        ),
        Field::WaitingCard => words(
            "The waiting card's number where the identity card is not out yet.",
            "Nambari ya kadi ya kusubiri ikiwa kitambulisho hakijatoka.",
            "",
        ),
        Field::SpecialNeeds => words(
            "Any of BLIND LOW_VISION HEARING PHYSICAL MENTAL, with a space between. Empty: none.",
            "Yoyote ya BLIND LOW_VISION HEARING PHYSICAL MENTAL, kwa nafasi kati yake. Wazi: hakuna.",
            "",
        ),
        Field::LastKcseIndex => words(
            "Those who repeat: index number of the last full attempt.",
            "Wanaorudia: nambari ya mtihani kamili wa mwisho.",
            "",
        ),
        Field::LastKcseYear => words("Those who repeat: its year.", "Wanaorudia: mwaka wake.", ""),
        Field::LastKcseSubjects => words(
            "Those who repeat: the codes of its subjects, with a space between.",
            "Wanaorudia: misimbo ya masomo yake, kwa nafasi kati yake.",
            "",
        ),
        Field::Subjects => words(
            "Codes of the subjects with a space between; the list is on the sheet Subjects.",
            "Misimbo ya masomo kwa nafasi kati yake; orodha iko kwenye karatasi ya Subjects.",
            "101 102 121 231 233 311 313 443",
        ),
        Field::Photo => words(
            "The photograph's file name. Not needed where files are named by index or admission number.",
            "Jina la faili ya picha. Si lazima faili zikiitwa kwa nambari ya mtihani au ya kuingia shule.",
            "04112003007.jpg",
        ),
        Field::Phone => words("Optional.", "Si lazima.", "0700000001"),
    }
}
