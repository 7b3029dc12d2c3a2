//! The interface's bindings: every command's arguments and answer as TypeScript. Owns the one generated file; a test
//! fails when what is committed differs.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::{AREAS, Event, Problem};

/// The types that commands name, gathered.
#[derive(Default)]
pub(crate) struct Types {
    config: Config,
    declared: BTreeMap<String, String>,
}

impl Types {
    /// The name of a type; it and all that it is made of will be declared.
    pub(crate) fn of<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}\n", T::decl(&self.config));
            match self.declared.get(&name) {
                Some(known) if *known == declaration => return,
                // Written out twice, so that the interface's own check refuses what two areas call alike.
                Some(_) if self.declared.contains_key(&format!("{name} again")) => return,
                Some(_) => drop(self.declared.insert(format!("{name} again"), declaration)),
                None => drop(self.declared.insert(name, declaration)),
            }
        }
        T::visit_generics(self);
        T::visit_dependencies(self);
    }
}

/// The bindings, as the file that is committed has them.
#[must_use]
pub fn typescript() -> String {
    let mut types = Types { config: Config::new().with_large_int("number"), ..Types::default() };
    types.of::<Event>();
    types.of::<Problem>();
    let mut commands = String::new();
    for command in AREAS.iter().flat_map(|area| area.iter()) {
        let (arguments, answer) = (command.types)(&mut types);
        commands += &format!("  '{}': {{ args: {arguments}; answer: {answer} }};\n", command.name);
    }
    let declared: Vec<String> = types.declared.into_values().collect();
    format!(
        "// Generated from the crate `window`; do not edit. To write it anew: UPDATE=1 cargo test -p window bindings\n\n{}\n/** Every command by its name. */\nexport interface Commands {{\n{commands}}}\n",
        declared.join("\n")
    )
}
