//! The last pass over what genpdf wrote: the same form gives the same bytes (its dates and random ids are taken out and
//! its objects put in one order), lines become hairlines, the mark is turned, faces not used are dropped,
//! streams are compressed, and title and language are set.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Error, Object, ObjectId, Stream, StringFormat};

use super::Identity;
use crate::measure::{PAGE, mm};

/// Width of every line, in points.
const HAIRLINE: f64 = 0.45;
/// Turn of the mark: cosine and sine of 52 degrees.
const TURN: (f64, f64) = (0.615_66, 0.788_01);

/// The finished file.
pub(super) fn finish(bytes: &[u8], identity: &Identity) -> Result<Vec<u8>, Error> {
    let mut document = Document::load_mem(bytes)?;
    let mut faces = BTreeSet::new();
    for page in document.page_iter().collect::<Vec<_>>() {
        let drawn = redrawn(&document.get_page_content(page)?, identity.masthead.mark().is_some())?;
        faces.extend(faces_in(&drawn));
        replace_content(&mut document, page, drawn.encode()?)?;
    }
    drop_faces(&mut document, &faces);
    describe(&mut document, identity)?;
    let mut ordered = ordered(&document)?;
    ordered.objects.values_mut().for_each(compress);
    let mut finished = Vec::new();
    ordered.save_to(&mut finished)?;
    Ok(finished)
}

/// The page's drawing without marks of layers, with hairlines and the mark turned.
fn redrawn(content: &[u8], marked: bool) -> Result<Content, Error> {
    let mut drawn = Content::decode(content)?;
    drawn.operations.retain(|operation| !matches!(operation.operator.as_str(), "BDC" | "EMC"));
    if marked {
        turn_mark(&mut drawn.operations);
    }
    drawn.operations.insert(0, Operation::new("w", vec![HAIRLINE.into()]));
    Ok(drawn)
}

/// Turns the first text of the page about the page's middle.
fn turn_mark(operations: &mut Vec<Operation>) {
    let place = |operations: &[Operation], name: &str| operations.iter().position(|op| op.operator == name);
    let (Some(begin), Some(end)) = (place(operations, "BT"), place(operations, "ET")) else { return };
    let (x, y) = (f64::from(mm(PAGE.0)) / 2.0, f64::from(mm(PAGE.1)) / 2.0);
    let (cos, sin) = TURN;
    let matrix = [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
    operations.insert(end + 1, Operation::new("Q", Vec::new()));
    operations.insert(begin, Operation::new("cm", matrix.map(Object::from).into()));
    operations.insert(begin, Operation::new("q", Vec::new()));
}

fn faces_in(content: &Content) -> impl Iterator<Item = Vec<u8>> {
    let set = content.operations.iter().filter(|operation| operation.operator == "Tf");
    set.filter_map(|operation| operation.operands.first()?.as_name().ok().map(<[u8]>::to_vec))
}

fn replace_content(document: &mut Document, page: ObjectId, content: Vec<u8>) -> Result<(), Error> {
    let stream = document.add_object(Stream::new(Dictionary::new(), content));
    let page = document.get_object_mut(page)?.as_dict_mut()?;
    page.set("Contents", Object::Reference(stream));
    page.remove(b"Rotate");
    Ok(())
}

/// Takes the faces that no page uses, and the layers, out of every resource dictionary.
fn drop_faces(document: &mut Document, used: &BTreeSet<Vec<u8>>) {
    for object in document.objects.values_mut() {
        let Object::Dictionary(dictionary) = object else { continue };
        dictionary.remove(b"Properties");
        let faces: Vec<Vec<u8>> =
            dictionary.iter().map(|(name, _)| name.clone()).filter(|name| is_face(name)).collect();
        for unused in faces.iter().filter(|name| !used.contains(*name)) {
            dictionary.remove(unused);
        }
    }
}

/// genpdf names its faces F0, F1 and so on.
fn is_face(name: &[u8]) -> bool {
    matches!(name, [b'F', digits @ ..] if !digits.is_empty() && digits.iter().all(u8::is_ascii_digit))
}

fn describe(document: &mut Document, identity: &Identity) -> Result<(), Error> {
    let masthead = &identity.masthead;
    let (centre, year) = (&masthead.centre, masthead.year);
    let title = format!("{}, {} {year}, {} {}", identity.title, masthead.abbreviation, centre.code, centre.name);
    let info =
        Dictionary::from_iter([("Title", text(&title)), ("Author", text(&centre.name)), ("Creator", text("Daftari"))]);
    let root = document.trailer.get(b"Root")?.as_reference()?;
    let catalog = document.get_object_mut(root)?.as_dict_mut()?;
    for layers in ["OCProperties", "Outlines", "PageLayout", "PageMode", "Metadata", "OutputIntents"] {
        catalog.remove(layers.as_bytes());
    }
    catalog.set("Lang", text(identity.language.tag()));
    catalog.set("ViewerPreferences", Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]));
    let info = document.add_object(info);
    document.trailer = Dictionary::from_iter([("Root", Object::Reference(root)), ("Info", Object::Reference(info))]);
    Ok(())
}

/// A text in the encoding of the PDF's own texts: ASCII as it is, all else UTF-16.
fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_be_bytes);
    Object::String(units.collect(), StringFormat::Hexadecimal)
}

/// The document with only the objects that are reached, numbered in the order they are reached from the trailer.
fn ordered(document: &Document) -> Result<Document, Error> {
    let mut numbers = BTreeMap::new();
    let mut reached = Vec::new();
    let mut next = references(&Object::Dictionary(document.trailer.clone()));
    while !next.is_empty() {
        let mut found = Vec::new();
        for id in next {
            if numbers.contains_key(&id) {
                continue;
            }
            numbers.insert(id, (numbers.len() as u32 + 1, 0));
            let object = document.get_object(id)?;
            found.extend(references(object));
            reached.push(id);
        }
        next = found;
    }
    let mut ordered = Document::with_version("1.7");
    for id in &reached {
        ordered.objects.insert(numbers[id], renumbered(document.get_object(*id)?, &numbers));
    }
    ordered.max_id = numbers.len() as u32;
    ordered.trailer = sorted(&document.trailer, &numbers);
    Ok(ordered)
}

/// The references in an object, in the order of sorted keys.
fn references(object: &Object) -> Vec<ObjectId> {
    match object {
        Object::Reference(id) => vec![*id],
        Object::Array(items) => items.iter().flat_map(references).collect(),
        Object::Dictionary(dictionary) => references_of(dictionary),
        Object::Stream(stream) => references_of(&stream.dict),
        _ => Vec::new(),
    }
}

fn references_of(dictionary: &Dictionary) -> Vec<ObjectId> {
    let entries: BTreeMap<&Vec<u8>, &Object> = dictionary.iter().collect();
    entries.values().flat_map(|object| references(object)).collect()
}

type Numbers = BTreeMap<ObjectId, ObjectId>;

fn renumbered(object: &Object, numbers: &Numbers) -> Object {
    match object {
        Object::Reference(id) => numbers.get(id).map_or(Object::Null, |id| Object::Reference(*id)),
        Object::Array(items) => Object::Array(items.iter().map(|item| renumbered(item, numbers)).collect()),
        Object::Dictionary(dictionary) => Object::Dictionary(sorted(dictionary, numbers)),
        Object::Stream(stream) => Object::Stream(Stream { dict: sorted(&stream.dict, numbers), ..stream.clone() }),
        other => other.clone(),
    }
}

fn sorted(dictionary: &Dictionary, numbers: &Numbers) -> Dictionary {
    let entries: BTreeMap<&Vec<u8>, &Object> = dictionary.iter().collect();
    entries.into_iter().map(|(key, value)| (key.clone(), renumbered(value, numbers))).collect()
}

fn compress(object: &mut Object) {
    if let Object::Stream(stream) = object {
        stream.allows_compression = true;
        // A stream that would grow stays as it is.
        let _ = stream.compress();
    }
}
