//! Made-up names. Owns a lexicon of given names and of the parts that family names are built from, so that the names
//! sound like the country without standing for anybody; refuses to know who bears them.

use super::chance::Chance;

/// How a name is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// Any letter, as people spell their names: ũ and ĩ among them.
    Any,
    /// Letters of Windows-1252 only, for the files in that encoding.
    Western,
}

const WOMEN: &[&str] = &[
    "Akinyi",
    "Amina",
    "Anyango",
    "Asha",
    "Atieno",
    "Auma",
    "Beatrice",
    "Brenda",
    "Chebet",
    "Chelangat",
    "Chepkoech",
    "Cherono",
    "Cynthia",
    "Damaris",
    "Esther",
    "Fatuma",
    "Faith",
    "Gladys",
    "Halima",
    "Hellen",
    "Jebet",
    "Jepkemboi",
    "Joyce",
    "Kanini",
    "Kemunto",
    "Khadija",
    "Lilian",
    "Makena",
    "Mercy",
    "Moraa",
    "Mueni",
    "Mutheu",
    "Mwende",
    "Mũthoni",
    "Nafula",
    "Nanjala",
    "Naserian",
    "Nekesa",
    "Njeri",
    "Nyaboke",
    "Nyambura",
    "Purity",
    "Rehema",
    "Ruth",
    "Saida",
    "Sharon",
    "Stacy",
    "Tabitha",
    "Wairimũ",
    "Wambũi",
    "Wangarĩ",
    "Wanjikũ",
    "Winfred",
    "Zainab",
    "Zipporah",
];

const MEN: &[&str] = &[
    "Abdi", "Abel", "Ali", "Barasa", "Benard", "Brian", "Collins", "Dennis", "Edwin", "Elijah", "Erastus", "Ezekiel",
    "Felix", "Fredrick", "Gideon", "Hamisi", "Hassan", "Ibrahim", "Isaac", "Jackson", "Juma", "Kamau", "Kariũki",
    "Kelvin", "Kiplagat", "Kipruto", "Kiprono", "Koome", "Lekishon", "Mohamed", "Moses", "Munene", "Musyoka", "Mutua",
    "Mwangi", "Mwendwa", "Ndegwa", "Njoroge", "Nyongesa", "Ochieng", "Okoth", "Omondi", "Onyango", "Otieno", "Peter",
    "Philip", "Rashid", "Salim", "Samuel", "Simiyu", "Stephen", "Victor", "Wafula", "Wanyama", "Yusuf", "Zadock",
];

/// The parts of family names: beginnings, middles, ends, and how often the pattern is drawn.
const FAMILIES: &[(u32, [&[&str]; 3])] = &[
    (
        22,
        [
            &["Ka", "Mũ", "Ki", "Ga", "Wa", "Nji"],
            &["ra", "ndũ", "ngu", "mba", "gwa", "thi"],
            &["ri", "nja", "ki", "ru", "mi", "ka"],
        ],
    ),
    (18, [&["O", "A"], &["che", "du", "lwe", "mba", "nga", "pi", "ra", "wu"], &["ga", "la", "mo", "ndi", "no", "r"]]),
    (16, [&["Kip", "Chep", "Kim"], &["ka", "la", "ro", "sa", "te", "yo"], &["goi", "mei", "ng", "rich", "t", "tum"]]),
    (14, [&["Wa", "Na", "Ma", "Si"], &["fu", "ka", "li", "nyo", "sa", "tu"], &["kha", "la", "nga", "ma", "ti", "yi"]]),
    (12, [&["Mu", "Mw", "Ki", "Nzi"], &["a", "o", "i"], &["ka", "lu", "ndi", "nga", "ngi", "su"]]),
    (6, [&["Nya", "Mo", "O"], &["ba", "ge", "ke", "nya", "ru"], &["ncha", "ri", "si", "to"]]),
    (6, [&["Ab", "Far", "Ha", "Is", "Nu"], &["di", "ma", "ra", "sa"], &["h", "le", "n", "r"]]),
    (4, [&["Le", "Ole", "Na"], &["ko", "ma", "sa", "ti"], &["lai", "ne", "ria", "yian"]]),
    (2, [&["Pa", "Sha", "Ra", "Me"], &["te", "na", "jwa"], &["l", "ni", "rji"]]),
];

/// Full names with what a roll must print right: apostrophes straight and curly, hyphens, full stops, accents, long.
const UNUSUAL: &[&str] = &[
    "Ng'ethiro",
    "Nyang’wa",
    "Ndũng'ũri",
    "Abdi-Rahiman",
    "Kipng’etiny",
    "O. Mbadiro",
    "D'Sozani",
    "Zoë",
    "José-Mbaru",
    "Wanyonyi-Simatwo Nabututu",
];

/// A name in full, the family name first, without a number or a sign that the rules would question.
pub fn full(chance: &mut Chance, woman: bool, letters: Letters) -> String {
    let family = family(chance);
    let mut name = format!("{family} {}", given(chance, woman));
    if chance.per_mille(600) {
        name.push(' ');
        name.push_str(given(chance, woman));
    }
    let name = if chance.per_mille(700) { name.to_uppercase() } else { name };
    match letters {
        Letters::Any => name,
        Letters::Western => name.replace('ũ', "u").replace('ĩ', "i").replace('Ũ', "U").replace('Ĩ', "I"),
    }
}

fn given(chance: &mut Chance, woman: bool) -> &'static str {
    chance.pick(if woman { WOMEN } else { MEN })
}

fn family(chance: &mut Chance) -> String {
    if chance.per_mille(30) {
        return chance.pick(UNUSUAL).to_owned();
    }
    let pattern = chance.weighted(FAMILIES.iter().map(|(weight, _)| *weight));
    FAMILIES[pattern].1.iter().map(|parts| chance.pick(parts)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_two_words_or_more_of_letters_that_the_rules_allow() {
        let mut chance = Chance::of(3);
        for i in 0..5_000 {
            let name = full(&mut chance, i % 2 == 0, Letters::Any);
            assert!(name.split(' ').count() >= 2, "{name}");
            assert!(name.chars().all(|c| c.is_alphabetic() || " '’-.".contains(c)), "{name}");
        }
    }

    #[test]
    fn western_letters_survive_windows_1252() {
        let mut chance = Chance::of(4);
        for _ in 0..5_000 {
            let name = full(&mut chance, true, Letters::Western);
            assert!(!encoding_rs::WINDOWS_1252.encode(&name).2, "{name}");
        }
    }
}
