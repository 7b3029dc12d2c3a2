//! Every rule has its words in both languages, in all three parts, and fills in what it knows.

use regulations::{Finding, Language, Messages, Pack, Rule};

#[test]
fn every_rule_says_what_is_wrong_why_and_what_to_do_in_both_languages() {
    let (messages, pack) = (Messages::default(), Pack::bundled(2026).unwrap());
    let mut lacking = Vec::new();
    for rule in Rule::ALL {
        for language in Language::ALL {
            let parts = messages.parts(language, &pack, &Finding::against(*rule, 1, 2));
            if [&parts.what, &parts.why, &parts.action].iter().any(|part| part.is_empty()) {
                lacking.push(format!("{} {}", rule.id(), language.code()));
            }
        }
    }
    assert!(lacking.is_empty(), "{lacking:?}");
}
