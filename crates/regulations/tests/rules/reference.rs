//! The rules on candidates once more, slowly: lists of strings walked one by one, written from the text of the
//! regulations and not from the crate. What both say is compared on many thousand random entries.

use std::collections::BTreeSet;

use regulations::{Draft, Field, Held, Paper, Photo, Shared};

/// Everything an entry is judged on, as text.
pub(crate) struct Question<'a> {
    pub(crate) year: i64,
    pub(crate) centre: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) offered: Option<Vec<&'a str>>,
    pub(crate) clearance: bool,
    pub(crate) shared: Shared,
    pub(crate) held: Option<Held>,
    pub(crate) entry: &'a Draft,
}

const GROUP_I: &[&str] = &["101", "102", "121", "122"];
const GROUP_II: &[&str] = &["231", "232", "233", "236", "237"];
const GROUP_III: &[&str] = &["311", "312", "313", "314", "315"];
const GROUP_IV: &[&str] = &["441", "442", "443", "444", "445", "446", "447", "448", "449", "450", "451"];
const GROUP_V: &[&str] = &["501", "502", "503", "504", "511", "565"];
const NEEDS: &[&str] = &["BLIND", "LOW_VISION", "HEARING", "PHYSICAL", "MENTAL"];

const PROJECTS: &[&str] = &["442", "443", "444", "445", "446", "451"];
const PRACTICALS_AND_ORALS: &[&str] = &["441", "447", "448", "449", "501", "502", "503", "504", "511"];

fn is_offered_by_knec(code: &str) -> bool {
    [GROUP_I, GROUP_II, GROUP_III, GROUP_IV, GROUP_V].iter().any(|group| group.contains(&code))
}

fn words(text: &str) -> Vec<&str> {
    text.split([' ', ',', ';', '/']).filter(|word| !word.is_empty()).collect()
}

/// The number a text gives, where it is one.
fn number(text: &str) -> Option<i64> {
    if text.chars().all(|c| c.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// The year a text gives, where it has four digits.
fn year_of(text: &str) -> Option<i64> {
    number(text).filter(|_| text.len() == 4)
}

fn is_at_most(text: &str, limit: i64) -> bool {
    year_of(text).is_some_and(|year| year <= limit)
}

impl Question<'_> {
    fn get(&self, field: Field) -> &str {
        self.entry.get(field)
    }

    fn has(&self, field: Field) -> bool {
        !self.get(field).is_empty()
    }

    fn code(&self) -> &str {
        self.get(Field::EntryCode)
    }

    fn whole(&self) -> bool {
        ["1", "2"].contains(&self.code())
    }

    fn repeats(&self) -> bool {
        ["2", "3"].contains(&self.code())
    }

    fn declares(&self, need: &str) -> bool {
        words(self.get(Field::SpecialNeeds)).contains(&need)
    }

    /// E: the distinct codes entered that are offered.
    fn entered(&self) -> Vec<&str> {
        let mut list = Vec::new();
        for code in words(self.get(Field::Subjects)) {
            if is_offered_by_knec(code) && !list.contains(&code) {
                list.push(code);
            }
        }
        list
    }

    fn enters(&self, code: &str) -> bool {
        self.entered().contains(&code)
    }

    fn count_of(&self, codes: &[&str]) -> usize {
        self.entered().iter().filter(|code| codes.contains(code)).count()
    }

    /// The ids of the rules that fire.
    pub(crate) fn answer(&self) -> BTreeSet<&'static str> {
        let mut fired = BTreeSet::new();
        let families = [
            self.person(),
            self.birth(),
            self.index(),
            self.photograph(),
            self.certificate(),
            self.foreign(),
            self.repeating(),
            self.subject_list(),
            self.combination(),
            self.special(),
        ];
        for (rule, fires) in families.into_iter().flatten() {
            if fires {
                fired.insert(rule);
            }
        }
        fired
    }

    fn person(&self) -> Vec<(&'static str, bool)> {
        let name = self.get(Field::Name);
        let allowed = |c: char| c.is_alphabetic() || " '’-.".contains(c);
        vec![
            ("name.missing", name.is_empty()),
            ("name.characters", !name.chars().all(allowed)),
            ("name.single", name.split(' ').filter(|word| !word.is_empty()).count() == 1),
            ("gender.invalid", !["M", "F"].contains(&self.get(Field::Gender))),
            ("citizenship.invalid", !["C", "N"].contains(&self.get(Field::Citizenship))),
            ("entry-code.invalid", !["1", "2", "3"].contains(&self.code())),
            ("identity.missing", self.lacks_identity()),
        ]
    }

    fn lacks_identity(&self) -> bool {
        let asked = self.kind == "private" || self.get(Field::Qualification) == "CPE";
        let waiting = self.has(Field::BirthCertificateNo) && self.has(Field::WaitingCard);
        asked && !self.has(Field::IdDocument) && !waiting
    }

    fn birth(&self) -> Vec<(&'static str, bool)> {
        let text = self.get(Field::YearOfBirth);
        let year = year_of(text);
        let age = year.map(|year| self.year - year);
        let certificate = self.get(Field::BirthCertificateNo);
        vec![
            ("birth-year.invalid", year.is_none_or(|year| year >= self.year)),
            ("birth-year.implausible", age.is_some_and(|age| !(14..=70).contains(&age))),
            ("birth-certificate.missing", certificate.is_empty() && self.get(Field::Citizenship) == "C"),
            ("birth-certificate.placeholder", !certificate.is_empty() && !is_real(certificate)),
            ("birth-certificate.repeated", !certificate.is_empty() && self.shared.birth_certificate),
        ]
    }

    fn index(&self) -> Vec<(&'static str, bool)> {
        let text = self.get(Field::CandidateNo);
        let well_formed = number(text).is_some() && [3, 11].contains(&text.len());
        let last = if well_formed { number(&text[text.len() - 3..]) } else { None };
        let outside = |first, end| last.is_some_and(|number| number < first || number > end);
        let centre = if self.has(Field::Centre) { self.get(Field::Centre) } else { self.centre };
        vec![
            ("index.format", !text.is_empty() && !well_formed),
            ("index.range", (self.whole() && outside(1, 499)) || (self.code() == "3" && outside(801, 899))),
            ("index.centre", well_formed && text.len() == 11 && !centre.is_empty() && &text[..8] != centre),
            ("index.duplicate", self.shared.number),
            ("index.exhausted", self.shared.exhausted),
        ]
    }

    fn photograph(&self) -> Vec<(&'static str, bool)> {
        let Some(held) = self.held else { return Vec::new() };
        let picture = match held.photo {
            Photo::Missing => return vec![("photo.missing", true)],
            Photo::Unreadable => return vec![("photo.unreadable", true)],
            Photo::Picture { width, height, grey, repeated } => (width, height, grey, repeated),
        };
        vec![
            ("photo.size", picture.0 != 300 || picture.1 != 300),
            ("photo.colour", picture.2),
            ("photo.repeated", picture.3),
        ]
    }

    fn certificate(&self) -> Vec<(&'static str, bool)> {
        let first = self.code() == "1";
        let name = self.get(Field::Qualification);
        let local = ["KCPE", "CPE", "KCE", "EACE"].contains(&name);
        let year = self.get(Field::QualifyingYear);
        let given = year_of(year);
        let lacking = !self.has(Field::QualifyingIndex) || year.is_empty();
        let recent = given.is_some_and(|given| given < self.year && self.year - given < 4);
        let tested = is_at_most(self.get(Field::QualifyingTestYear), self.year - 1);
        vec![
            ("qualification.missing", first && !local && name != "FOREIGN"),
            ("qualification.index-missing", first && local && lacking),
            ("qualification.index-format", name == "KCPE" && self.misprints_index()),
            ("qualification.index-repeated", self.shared.qualification),
            ("qualification.year-impossible", !year.is_empty() && self.is_impossible(given)),
            ("qualification.too-recent", first && recent),
            ("qualification.cpe-qualifying-test", first && name == "CPE" && !tested),
        ]
    }

    fn misprints_index(&self) -> bool {
        let index = self.get(Field::QualifyingIndex);
        let year = self.get(Field::QualifyingYear);
        let old = year.is_empty() || is_at_most(year, 2011);
        let wrong_length = index.len() != 11 && !(index.len() == 9 && old);
        !index.is_empty() && (wrong_length || number(index).is_none())
    }

    fn is_impossible(&self, year: Option<i64>) -> bool {
        let Some(year) = year else { return true };
        let held = match self.get(Field::Qualification) {
            "KCPE" => (1985..=2023).contains(&year),
            "CPE" => (1964..=1984).contains(&year),
            _ => true,
        };
        !held || year >= self.year
    }

    fn foreign(&self) -> Vec<(&'static str, bool)> {
        if self.code() != "1" || self.get(Field::Qualification) != "FOREIGN" {
            return Vec::new();
        }
        let primary = number(self.get(Field::PrimaryYears));
        let by_last_year = |field| is_at_most(self.get(field), self.year - 1);
        let short = primary.is_some_and(|years| years < 8);
        let particulars = self.has(Field::Country) && self.has(Field::PassportNo);
        vec![
            ("qualification.foreign-equation", !by_last_year(Field::EquationYear)),
            ("qualification.foreign-qualifying-test", short && !by_last_year(Field::QualifyingTestYear)),
            ("qualification.foreign-primary-years", primary.is_none()),
            ("qualification.foreign-particulars", !particulars),
        ]
    }

    fn repeating(&self) -> Vec<(&'static str, bool)> {
        let given = [Field::LastKcseIndex, Field::LastKcseYear, Field::LastKcseSubjects].map(|field| self.has(field));
        let year = self.get(Field::LastKcseYear);
        let last = year_of(year);
        let before = words(self.get(Field::LastKcseSubjects));
        let new = given[2] && self.entered().iter().any(|code| !before.contains(code));
        let n = self.entered().len();
        let partial = self.code() == "3";
        let old = last.is_some_and(|last| last < self.year && self.year - last > 3);
        vec![
            ("repeat.previous-missing", self.repeats() && given.contains(&false)),
            ("repeat.previous-year", !year.is_empty() && last.is_none_or(|last| last >= self.year)),
            ("repeat.first-attempt", self.code() == "1" && given.contains(&true)),
            ("repeat.new-subject", self.repeats() && new),
            ("repeat.too-few", self.code() == "2" && n < 7),
            ("repeat.too-many", partial && n > 6),
            ("repeat.none", partial && n == 0),
            ("repeat.old-attempt", partial && old),
        ]
    }

    fn subject_list(&self) -> Vec<(&'static str, bool)> {
        let codes = words(self.get(Field::Subjects));
        let n = self.entered().len();
        let twice = codes.iter().any(|code| codes.iter().filter(|other| other == &code).count() > 1);
        let list = self.offered.as_ref();
        let elsewhere = list.is_some_and(|list| self.entered().iter().any(|code| !list.contains(code)));
        vec![
            ("subjects.unknown", codes.iter().any(|code| !is_offered_by_knec(code))),
            ("subjects.duplicate", twice),
            ("subjects.too-few", self.code() == "1" && n < 7),
            ("subjects.too-many", self.whole() && n > 9),
            ("subjects.mathematics-choice", self.enters("121") && self.enters("122")),
            ("subjects.religious-choice", self.count_of(&["313", "314", "315"]) > 1),
            ("subjects.blind-only", self.enters("236") && !self.declares("BLIND")),
            ("subjects.not-offered", elsewhere),
        ]
    }

    fn combination(&self) -> Vec<(&'static str, bool)> {
        if !self.whole() {
            return Vec::new();
        }
        let sighted = !self.declares("BLIND");
        let (b, general) = (self.enters("122"), self.enters("237"));
        let sciences = self.count_of(&["231", "232", "233"]);
        let technical = GROUP_IV.iter().any(|code| *code != "441" && self.enters(code));
        let unfit = technical || self.count_of(&["122", "231", "232", "233", "237"]) > 0;
        let hearing = self.declares("HEARING");
        vec![
            ("subjects.compulsory", self.lacks_compulsory()),
            ("subjects.sciences", sighted && !b && !general && sciences < 2),
            ("subjects.general-science", sighted && b != general),
            ("subjects.option-b-extras", sighted && b && general && sciences > 0),
            ("subjects.option-b-clearance", b && general && !self.clearance),
            ("subjects.humanity", self.count_of(GROUP_III) == 0),
            ("subjects.blind-biology", !sighted && !self.enters("236")),
            ("subjects.blind-excluded", !sighted && unfit),
            ("subjects.sign-language", !hearing && self.enters("504") && !self.enters("102")),
        ]
    }

    fn lacks_compulsory(&self) -> bool {
        let excused = self.declares("HEARING") && self.enters("504");
        let mathematics = self.enters("121") || (self.enters("122") && !self.declares("BLIND"));
        !self.enters("101") || !(self.enters("102") || excused) || !mathematics
    }

    fn special(&self) -> Vec<(&'static str, bool)> {
        let declared = words(self.get(Field::SpecialNeeds));
        let known: Vec<_> = declared.iter().filter(|need| NEEDS.contains(need)).collect();
        let lacking = self.held.is_some_and(|held| {
            let usual = [Paper::MedicalReport, Paper::EarcReport, Paper::HelpNeeded, Paper::HelpGiven];
            let picture = known.contains(&&"PHYSICAL") && !held.papers.has(Paper::FullPhotograph);
            !known.is_empty() && (picture || usual.iter().any(|paper| !held.papers.has(*paper)))
        });
        vec![("special-needs.unknown", known.len() < declared.len()), ("special-needs.evidence", lacking)]
    }

    /// Who pays and how much in all, where the entry code and the citizenship are valid.
    pub(crate) fn fee(&self) -> Option<(&'static str, u32)> {
        let citizen = match self.get(Field::Citizenship) {
            "C" => true,
            "N" => false,
            _ => return None,
        };
        if !["1", "2", "3"].contains(&self.code()) {
            return None;
        }
        let state = self.code() == "1" && citizen && self.kind != "private";
        let (payer, basic) = if state { ("state", 2_200) } else { ("candidate", 2_700) };
        let extra = |code: &&str| match *code {
            "450" => 2_500,
            code if PROJECTS.contains(&code) => 200,
            code if PRACTICALS_AND_ORALS.contains(&code) => 500,
            _ => 0,
        };
        let entered = self.entered();
        Some((payer, basic + 400 * entered.len() as u32 + entered.iter().map(extra).sum::<u32>()))
    }
}

/// 4 to 12 characters of digits, capital letters, `/` or `-`, at least four digits, and these not all the same.
fn is_real(certificate: &str) -> bool {
    let digits: Vec<char> = certificate.chars().filter(char::is_ascii_digit).collect();
    let allowed = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '/' || c == '-';
    (4..=12).contains(&certificate.chars().count())
        && certificate.chars().all(allowed)
        && digits.len() >= 4
        && digits.iter().any(|digit| *digit != digits[0])
}
