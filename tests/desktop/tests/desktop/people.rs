//! Candidates who do not exist, as many as are wanted, and a clerk who types them: field after field with Enter, the
//! subjects by their codes, Ctrl+Enter to the next.

use std::time::Duration;

use desktop::{Key, Session};

/// The fields in the order in which the form's Enter goes through them.
pub(crate) const FIELDS: [&str; 10] = [
    "name",
    "gender",
    "year_of_birth",
    "birth_certificate_no",
    "citizenship",
    "qualification",
    "qualifying_index",
    "qualifying_year",
    "entry_code",
    "subjects",
];

const SUBJECTS: &str = "101 102 121 231 233 311 443";
const SURNAMES: [&str; 15] = [
    "ACHIENG", "BARASA", "CHEBET", "DAUDI", "EKIRU", "FUNDI", "GITAU", "HAMISI", "IMALI", "JUMA", "KIPROP", "LOKWANG",
    "MUTUA", "NAFULA", "OTIENO",
];
const GIVEN: [&str; 10] = ["MARY", "JOHN", "RUTH", "PETER", "GRACE", "DAVID", "ESTHER", "SAMUEL", "LILIAN", "VICTOR"];

/// What is typed of one candidate, by field.
pub(crate) type Typed = [String; 10];

/// The candidate who is the `n`-th to be entered; no two share a name, a certificate or an index number.
pub(crate) fn candidate(n: usize) -> Typed {
    let name = format!("{} {}", SURNAMES[n % SURNAMES.len()], GIVEN[(n / SURNAMES.len()) % GIVEN.len()]);
    let gender = if (n / SURNAMES.len()).is_multiple_of(2) { "F" } else { "M" };
    let (certificate, index) = (1_000_000 + 7919 * n, 10_105_001_001 + n as u64);
    [name.as_str(), gender, "2008", &certificate.to_string(), "C", "KCPE", &index.to_string(), "2022", "1", SUBJECTS]
        .map(str::to_owned)
}

/// Types one candidate into the form that is open and has the focus in its first field, and goes on to the next.
pub(crate) async fn key(session: &Session, typed: &Typed) -> anyhow::Result<()> {
    for (field, value) in FIELDS.into_iter().zip(typed) {
        key_field(session, field, value, || Duration::ZERO).await?;
    }
    next(session).await
}

/// Types one field and leaves it, as the form wants it left.
pub(crate) async fn key_field(
    session: &Session,
    field: &str,
    value: &str,
    pause: impl FnMut() -> Duration,
) -> anyhow::Result<()> {
    if field == "subjects" {
        return session.type_slowly(&format!("{value} "), pause).await;
    }
    session.type_slowly(value, pause).await?;
    session.enter().await
}

/// Ctrl+Enter: the entry is finished, the next one is begun.
pub(crate) async fn next(session: &Session) -> anyhow::Result<()> {
    session.press(&[Key::Control], Key::Enter.into()).await?;
    in_field(session, "name").await
}

/// Alt+N: an empty form.
pub(crate) async fn begin(session: &Session) -> anyhow::Result<()> {
    session.press(&[Key::Alt], 'n').await?;
    in_field(session, "name").await
}

/// Waits until a field of the form has the focus.
pub(crate) async fn in_field(session: &Session, field: &str) -> anyhow::Result<()> {
    let there = format!("return document.activeElement?.id === 'entry-{field}'");
    session.until(&format!("the focus in {field}"), &there).await.map(drop)
}

/// Waits until everything typed is said to be saved.
pub(crate) async fn saved(session: &Session) -> anyhow::Result<()> {
    let told =
        "return /^(Saved|Imehifadhiwa)/.test(document.querySelector('[data-testid=saved]')?.innerText.trim() ?? '')";
    session.until("\"Saved\"", told).await.map(drop)
}
