use super::*;
use crate::samples::subject_headings;

fn layout_of(rows: &[&str]) -> Option<Layout> {
    let rows: Vec<HeadRow> = (1_u32..)
        .zip(rows)
        .map(|(row, line)| HeadRow {
            row,
            cells: if line.is_empty() { Vec::new() } else { line.split('|').map(str::to_owned).collect() },
        })
        .collect();
    detect(&rows, &Arc::new(SubjectIndex::new(&subject_headings())), None)
}

fn roles(layout: &Layout) -> Vec<String> {
    layout
        .steps
        .iter()
        .map(|step| match *step {
            super::super::Step::Field(field) => field.name().to_owned(),
            super::super::Step::NamePart(place) => format!("part{place}"),
            super::super::Step::Subject(id) => layout.subjects.code(id).to_owned(),
            super::super::Step::SubjectList => "list".to_owned(),
            super::super::Step::Ignore => "-".to_owned(),
        })
        .collect()
}

#[test]
fn the_templates_own_headings_are_exact() {
    let line: Vec<&str> = Field::ALL.iter().map(|field| field.name()).collect();
    let layout = layout_of(&[&line.join("|")]).unwrap();
    assert_eq!(roles(&layout), line);
    assert!(layout.columns().iter().all(|column| column.confidence == Confidence::Exact));
}

#[test]
fn headings_are_found_as_people_write_them() {
    for (rows, heading_rows, expected) in [
        // Synonyms, case, punctuation.
        (
            &["NAME OF CANDIDATE|Sex|YOB|Birth Cert No.|KCPE Index|Adm No|Entry Code"][..],
            (1, 1),
            "name gender year_of_birth birth_certificate_no qualifying_index admission_no entry_code",
        ),
        // Kiswahili.
        (&["Jina|Jinsia|Mwaka wa kuzaliwa|Uraia|Masomo"], (1, 1), "name gender year_of_birth citizenship subjects"),
        // Under a title block.
        (
            &["MWANGAZA SECONDARY SCHOOL", "", "KCSE CANDIDATES|2024", "S/No|Index No|Name|Sex"],
            (4, 4),
            "- candidate_no name gender",
        ),
        // Two rows: a group over its parts.
        (
            &["NAME||KCPE||SEX", "SURNAME|OTHER NAMES|INDEX|YEAR|"],
            (1, 2),
            "part0 part1 qualifying_index qualifying_year gender",
        ),
        // The name of a subject over its code, and the code over the name.
        (&["Name|Sex|English|Kiswahili", "||101|102", "A B|F|x|x"], (1, 2), "name gender 101 102"),
        (&["Name|Sex|101|102", "||ENG|KIS", "A B|F|1|1"], (1, 2), "name gender 101 102"),
        (&["||ENG|KIS|MATHS", "Name|Sex|101|102|121", "A B|F|1|1|1"], (2, 2), "name gender 101 102 121"),
        // A row of hints under the headings.
        (&["Name|Gender|YOB", "(in full)|(M/F)|", "A B|F|2007"], (1, 2), "name gender year_of_birth"),
        // Codes with names, and abbreviations.
        (&["Name|101 English|KISW|MATHS|B/STUD|H/Sci|Chem|D&D"], (1, 1), "name 101 102 121 565 441 233 449"),
        // A row of data that marks with the code itself is no row of headings.
        (&["Name|ENG|KIS", "AKINYI JANE|101|102"], (1, 1), "name 101 102"),
        (&["Name|Subject 1|Subject 2|Subject 3", "AKINYI JANE|ENG|KIS|MATHS"], (1, 1), "name list list list"),
        // Words in another order; brackets.
        (&["No. Index|Gender (M/F)|Name (as on KCPE certificate)"], (1, 1), "candidate_no gender name"),
        // Surname beside a column of names.
        (&["Surname|Name|Sex"], (1, 1), "part0 part1 gender"),
        (&["Surname|First name|Middle name"], (1, 1), "part0 part1 part2"),
        // The surest column stands for a field.
        (&["Full names|name|sex"], (1, 1), "- name gender"),
        (&["Name"], (1, 1), "name"),
    ] {
        let layout = layout_of(rows).unwrap_or_else(|| panic!("{rows:?}"));
        assert_eq!(roles(&layout).join(" "), expected, "{rows:?}");
        assert_eq!(layout.heading_rows(), heading_rows, "{rows:?}");
    }
}

#[test]
fn without_headings_there_is_no_layout() {
    for rows in [&["AKINYI JANE|F|2007", "OTIENO JOHN|M|2006"][..], &["101|102|121"], &["Report of the year"], &[]] {
        assert!(layout_of(rows).is_none(), "{rows:?}");
    }
}

#[test]
fn kcpe_is_implied_only_where_no_column_says_the_qualification() {
    let implied = |line| layout_of(&[line]).unwrap().implies_kcpe;
    assert!(implied("Name|KCPE Index|KCPE Year"));
    assert!(implied("Name|KCPE Year"));
    assert!(!implied("Name|Qualifying index|Qualifying year"));
    assert!(!implied("Name|Qualification|KCPE Index"));
    assert!(!implied("Name|CPE Index"));
}

#[test]
fn a_mapping_given_takes_the_place_of_detection() {
    let rows = [
        HeadRow { row: 1, cells: vec!["Foo".into(), "Bar".into()] },
        HeadRow { row: 2, cells: vec!["AKINYI JANE".into(), "F".into()] },
    ];
    let given = GivenMapping {
        heading_row: 1,
        roles: vec![(1, Role::Field(Field::Gender)), (0, Role::Field(Field::Name)), (9_999_999, Role::Ignored)],
    };
    let subjects = Arc::new(SubjectIndex::new(&[]));
    let layout = detect(&rows, &subjects, Some(&given)).unwrap();
    assert_eq!(roles(&layout), ["name", "gender"]);
    assert_eq!(layout.columns()[0].samples, ["AKINYI JANE"]);
    assert_eq!(layout.columns()[0].confidence, Confidence::Given);
}
