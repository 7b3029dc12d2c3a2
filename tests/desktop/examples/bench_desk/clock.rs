//! Times taken inside the page. Owns the recorder that is laid into it and how its times are printed.

use anyhow::{Context, bail, ensure};
use desktop::Session;
use fantoccini::key::Key;
use serde_json::{Value, json};

/// A page with a recorder in it.
pub(crate) struct Clock<'s> {
    pub(crate) session: &'s Session,
}

impl Clock<'_> {
    /// Lays the recorder into the page.
    pub(crate) async fn before(session: &Session) -> anyhow::Result<Clock<'_>> {
        session.script(include_str!("recorder.js"), vec![]).await?;
        Ok(Clock { session })
    }

    /// Calls a command as the page's own code does.
    pub(crate) async fn call(&self, name: &str, arguments: Value) -> anyhow::Result<Value> {
        let script = "const [name, args, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('call', {name, args}).then(a => done({answer: a}), e => done({problem: e}))";
        let told = self.session.answer(script, vec![json!(name), arguments]).await?;
        ensure!(told.get("problem").is_none(), "{name}: {}", told["problem"]);
        Ok(told["answer"].clone())
    }

    /// Seconds from a key until the expression gives something else than before, on the screen.
    pub(crate) async fn key(&self, held: &[Key], key: char, state: &str) -> anyhow::Result<f64> {
        self.session.script(&format!("bench.arm('keydown', () => {state})"), vec![]).await?;
        self.session.press(held, key).await?;
        self.taken("bench.taken()").await.with_context(|| format!("nothing came of the key: {state}"))
    }

    /// Seconds from a deed until something is there, on the screen.
    pub(crate) async fn deed(&self, deed: &str, there: &str, arguments: Vec<Value>) -> anyhow::Result<f64> {
        self.taken_of(&format!("bench.from(() => {{ {deed} }}, () => {there})"), arguments)
            .await
            .context(there.to_owned())
    }

    async fn taken(&self, promise: &str) -> anyhow::Result<f64> {
        self.taken_of(promise, vec![]).await
    }

    async fn taken_of(&self, promise: &str, arguments: Vec<Value>) -> anyhow::Result<f64> {
        let script = format!(
            "const done = arguments[arguments.length - 1], given = arguments;
            ({promise}).then(done, (wrong) => done(String(wrong)))"
        );
        match self.session.answer(&script, arguments).await? {
            Value::Number(milliseconds) => Ok(milliseconds.as_f64().unwrap_or_default() / 1000.0),
            other => bail!("{other}"),
        }
    }
}

/// Prints the middle and the slow end of what was measured, in seconds.
pub(crate) fn told(what: &str, mut seconds: Vec<f64>) {
    seconds.sort_by(f64::total_cmp);
    let at = |part: f64| seconds[((seconds.len() - 1) as f64 * part).round() as usize];
    println!("{}", json!({"what": what, "seconds": at(0.5), "p95": at(0.95), "most": at(1.0), "times": seconds.len()}));
}
