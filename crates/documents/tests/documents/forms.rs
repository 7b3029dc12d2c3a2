//! The forms that flow.

use documents::proforma::{FeeCategory, FeeLine};
use documents::{
    Candidate, DocumentError, Language, Masthead, declaration, foreign, label, nil_return, proforma, slips,
    special_needs,
};
use regulations::Shillings;

use crate::{pdf, sample};

type Rendered = Result<Vec<u8>, DocumentError>;

/// Every form with its title.
fn forms(masthead: &Masthead) -> Vec<(&'static str, Rendered)> {
    let head = || masthead.clone();
    vec![
        ("Fees proforma", proforma::render(&sample::proforma(head()))),
        ("Declaration", declaration::render(&sample::declaration(head()))),
        ("Nil return", nil_return::render(&sample::nil_return(head()))),
        ("Candidates with special needs", special_needs::render(&sample::special_needs(head()))),
        ("Foreign certificates", foreign::render(&sample::foreign(head()))),
        ("Registration documents", label::render(&sample::label(head()))),
        ("Candidate's check slip", slips::render(&sample::slips(head(), Language::En, 4))),
        ("Hati ya mtahiniwa", slips::render(&sample::slips(head(), Language::Sw, 4))),
    ]
}

#[test]
fn every_form_names_itself_the_centre_and_its_pages_and_is_small() {
    for (title, rendered) in forms(&sample::masthead()) {
        let rendered = rendered.unwrap();
        let pages = pdf::pages(&rendered);
        assert!(pages[0].contains(title), "{title}");
        for (number, page) in pages.iter().enumerate() {
            let english = format!("Page {} of {}", number + 1, pages.len());
            let swahili = format!("Ukurasa {} kati ya {}", number + 1, pages.len());
            assert!(page.contains(&english) || page.contains(&swahili), "{title}: {page}");
            assert!(page.contains("24505105"), "{title}: {page}");
        }
        assert!(rendered.len() < 80_000, "{title}: {}", rendered.len());
    }
}

#[test]
fn the_same_form_gives_the_same_bytes() {
    for ((title, first), (_, second)) in forms(&sample::masthead()).into_iter().zip(forms(&sample::masthead())) {
        assert_eq!(first.unwrap(), second.unwrap(), "{title}");
    }
}

#[test]
fn a_draft_says_so_on_every_page_of_every_form() {
    for (title, rendered) in forms(&Masthead { draft: true, ..sample::masthead() }) {
        for page in pdf::pages(&rendered.unwrap()) {
            let said =
                ["DRAFT: not for submission", "RASIMU: si ya kuwasilishwa"].iter().any(|words| page.contains(words));
            assert!(said, "{title}: {page}");
        }
    }
}

#[test]
fn the_drafts_mark_leaves_the_words_readable() {
    let darkest_in_the_middle = |draft| {
        let rendered = nil_return::render(&sample::nil_return(Masthead { draft, ..sample::masthead() })).unwrap();
        let (width, pixels) = pdf::greys(&rendered, 1);
        let band = &pixels[pixels.len() / 2..pixels.len() * 3 / 4];
        (width, *band.iter().min().unwrap())
    };
    let ((width, blank), (_, marked)) = (darkest_in_the_middle(false), darkest_in_the_middle(true));
    assert!(width > 400);
    assert_eq!(blank, 255);
    assert!((200..255).contains(&marked), "{marked}");
}

#[test]
fn titles_and_languages_are_set_and_dates_are_not() {
    for (title, rendered) in forms(&sample::masthead()) {
        let rendered = rendered.unwrap();
        let info = pdf::info(&rendered);
        assert!(info.contains("KCSE 2026, 24505105 Mlima Mawe Secondary School"), "{title}: {info}");
        assert!(!info.contains("CreationDate"), "{title}: {info}");
        let language = if title.starts_with("Hati") { "/Lang(sw-KE)" } else { "/Lang(en-KE)" };
        assert!(String::from_utf8_lossy(&rendered).contains(language), "{title}");
    }
}

#[test]
fn the_proforma_sums_to_the_shilling_and_names_the_banks() {
    let text = pdf::text(&proforma::render(&sample::proforma(sample::masthead())).unwrap());
    for expected in [
        "KNEC/EA/EM/KCSE/REG/FS",
        "7 subjects 41 2,200 2,800 5,000 205,000",
        "1 subject 3 2,700 400 3,100 9,300",
        "450 Aviation Technology Practical State 12 2,500 30,000",
        "All candidates 1,778,500 82,400 1,860,900",
        "KES 90,100",
        "Equity Bank",
        "31 March 2026",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn the_proforma_of_a_great_centre_keeps_every_line_and_repeats_its_head() {
    let line = |category, subjects: u32| FeeLine {
        category,
        subjects,
        candidates: 1_000 + subjects,
        basic: Shillings(u32::MAX),
        subject_fees: Shillings(u32::MAX),
    };
    let fees = (1..=60).map(|subjects| line(FeeCategory::Private, subjects)).collect();
    let model = proforma::ProformaModel { fees, ..sample::proforma(sample::masthead()) };
    let pages = pdf::pages(&proforma::render(&model).unwrap());
    let text = pages.concat();
    assert!(pages.len() > 1);
    assert!((2..=60).all(|subjects| text.matches(&format!("\n{subjects} subjects ")).count() == 1), "{text}");
    assert!(pages[..2].iter().all(|page| page.contains("Number of subjects")));
}

#[test]
fn a_slip_holds_the_whole_entry_in_its_language() {
    let text = pdf::text(&slips::render(&sample::slips(sample::masthead(), Language::Sw, 29)).unwrap());
    for expected in
        ["24505105029", "FUNDI FAITH", "Mvulana", "Raia", "1 Mara ya kwanza", "Uoni hafifu", "232 Physics", "4029"]
    {
        assert!(text.contains(expected), "{expected}");
    }
    for number in 1..=29 {
        let index = format!("24505105{number:03}");
        assert_eq!(text.lines().filter(|line| line.starts_with(&index)).count(), 1, "{index}");
    }
}

#[test]
fn odd_and_long_values_neither_stop_a_form_nor_vanish() {
    let long = "Shule ya Upili ya Wasichana na Wavulana ya Mlima Mawe Makubwa Karibu na Mto Mrefu Sana wa Bonde Kuu "
        .repeat(3);
    let mut masthead = sample::masthead();
    masthead.centre.name = long.clone();
    masthead.centre.head.name = "\u{202E}A\u{0}B 漢字 \u{1F600}".into();
    for (title, rendered) in forms(&masthead) {
        assert!(pdf::text(&rendered.unwrap()).contains("Shule"), "{title}");
    }
    let name = format!("WŨNJIRŨ {}", "MWANAFUNZI ".repeat(40));
    let candidate = Candidate { name, ..sample::candidate(1) };
    let model = slips::SlipsModel { candidates: vec![candidate], ..sample::slips(masthead, Language::En, 0) };
    assert!(pdf::text(&slips::render(&model).unwrap()).contains("WŨNJIRŨ MWANAFUNZI"));
}

#[test]
fn forms_with_nobody_on_them_still_print() {
    let masthead = sample::masthead();
    let empty = [
        slips::render(&sample::slips(masthead.clone(), Language::En, 0)),
        special_needs::render(&special_needs::SpecialNeedsModel {
            candidates: Vec::new(),
            ..sample::special_needs(masthead.clone())
        }),
        foreign::render(&foreign::ForeignModel { candidates: Vec::new(), ..sample::foreign(masthead.clone()) }),
        nil_return::render(&nil_return::NilReturnModel { returns: Vec::new(), ..sample::nil_return(masthead) }),
    ];
    for rendered in empty {
        assert_eq!(pdf::pages(&rendered.unwrap()).len(), 1);
    }
}
