//! One window under the driver's hands. Owns finding by name, typing and pictures; every wait is for something that is
//! to be seen, with an end.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};

use crate::seat::{Seat, program};

/// How long something may take to be seen; only what is broken takes it.
const PATIENCE: Duration = Duration::from_secs(120);

/// An open window.
#[derive(Debug)]
pub struct Session {
    client: Client,
    display: String,
}

impl Session {
    /// Starts the program before the seat's screen.
    ///
    /// # Errors
    /// When it does not open its window.
    pub async fn open(seat: &Seat) -> anyhow::Result<Session> {
        Session::of(seat, &program()?).await
    }

    /// Starts another program of the same toolkit: what the window is measured against.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub async fn of(seat: &Seat, program: &Path) -> anyhow::Result<Session> {
        let options = json!({"binary": program, "args": []});
        let timeouts = json!({"script": PATIENCE.as_millis() as u64});
        let wanted = json!({"webkitgtk:browserOptions": options, "pageLoadStrategy": "normal", "timeouts": timeouts});
        let wanted = wanted.as_object().cloned().unwrap_or_default();
        let address = format!("http://127.0.0.1:{}", seat.port);
        // On a machine with too much to do the driver asks for the page before the program has one, and gives up.
        let mut opened = connect(&wanted, &address).await;
        for _ in 0..2 {
            if opened.is_ok() {
                break;
            }
            opened = connect(&wanted, &address).await;
        }
        let client = opened?;
        Ok(Session { client, display: seat.display.clone() })
    }

    /// Runs a script in the page and gives what it returns.
    ///
    /// # Errors
    /// When the page is gone or the script throws.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> anyhow::Result<Value> {
        in_time("a script", self.client.execute(script, arguments)).await
    }

    /// Waits until a script returns something that is true of the page.
    ///
    /// # Errors
    /// When it never does; the page's text is told.
    pub async fn until(&self, what: &str, script: &str) -> anyhow::Result<Value> {
        let end = tokio::time::Instant::now() + PATIENCE;
        loop {
            let seen = self.script(script, Vec::new()).await.unwrap_or_default();
            if !matches!(&seen, Value::Null | Value::Bool(false)) {
                return Ok(seen);
            }
            if tokio::time::Instant::now() > end {
                let text = self.text().await.unwrap_or_default();
                let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
                drop(self.picture(&std::env::temp_dir().join(format!("desk-in-vain{}.png", self.display))).await);
                bail!("waited in vain for {what}; the page says: {said}");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits until the page says this.
    ///
    /// # Errors
    /// As [`Session::until`].
    pub async fn says(&self, words: &str) -> anyhow::Result<()> {
        let quoted = serde_json::to_string(words)?;
        self.until(words, &format!("return document.body.innerText.includes({quoted})")).await.map(drop)
    }

    /// What the page says.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn text(&self) -> anyhow::Result<String> {
        let text = self.script("return document.body.innerText", Vec::new()).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// What has the focus: its role or tag, and its name for those who do not see it.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn focus(&self) -> anyhow::Result<String> {
        let script = "const e = document.activeElement; if (!e || e === document.body) return 'nothing';
            const label = e.getAttribute('aria-label') || (e.labels && e.labels[0] && e.labels[0].innerText) || e.innerText || '';
            return (e.getAttribute('role') || e.tagName.toLowerCase()) + ' ' + label.trim().split('\\n')[0]";
        Ok(self.script(script, Vec::new()).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Presses a key, with others held down.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn press(&self, held: &[Key], key: char) -> anyhow::Result<()> {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for held in held {
            keys = keys.then(KeyAction::Down { value: char::from(*held) });
        }
        keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        for held in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value: char::from(*held) });
        }
        self.act(keys).await
    }

    /// Types words, a key at a time, into whatever has the focus.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn type_in(&self, words: &str) -> anyhow::Result<()> {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for letter in words.chars() {
            keys = keys.then(KeyAction::Down { value: letter }).then(KeyAction::Up { value: letter });
        }
        self.act(keys).await
    }

    pub(crate) async fn act(&self, keys: KeyActions) -> anyhow::Result<()> {
        in_time("keys", self.client.perform_actions(keys)).await
    }

    /// Waits for an element and presses it with the mouse; tests of the keyboard have no use for it.
    ///
    /// # Errors
    /// When it never comes.
    pub async fn click(&self, css: &str) -> anyhow::Result<()> {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await;
        Ok(found.with_context(|| format!("{css} is not on the page"))?.click().await?)
    }

    /// Writes a picture of the screen, as a person sees it: the driver's own waits for ever before a page that does not
    /// move.
    ///
    /// # Errors
    /// When it cannot be taken or written.
    pub async fn picture(&self, path: &Path) -> anyhow::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut import = tokio::process::Command::new("import");
        import.args(["-silent", "-window", "root"]).arg(path).env("DISPLAY", &self.display);
        let taken = in_time("a picture", import.status()).await?;
        anyhow::ensure!(taken.success(), "the picture was not taken (import, of the package imagemagick)");
        Ok(())
    }

    /// Gives the window another size.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn resize(&self, width: u32, height: u32) -> anyhow::Result<()> {
        in_time("another size", self.client.set_window_size(width, height)).await
    }

    /// Calls a command of the program from the page, as its own code does.
    ///
    /// # Errors
    /// When it could not be carried out; the problem is told.
    pub async fn call(&self, name: &str, arguments: Value) -> anyhow::Result<Value> {
        let script = "const [name, args, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('call', {name, args}).then(a => done({answer: a}), e => done({problem: e}))";
        let told = self.answer(script, vec![json!(name), arguments]).await?;
        anyhow::ensure!(told.get("problem").is_none(), "{name}: {}", told["problem"]);
        Ok(told["answer"].clone())
    }

    /// Waits for a window beside one that is known.
    ///
    /// # Errors
    /// When none opens.
    pub async fn another_window(&self, known: &WindowHandle) -> anyhow::Result<WindowHandle> {
        let end = tokio::time::Instant::now() + PATIENCE;
        loop {
            let windows = in_time("the windows", self.client.windows()).await?;
            if let Some(other) = windows.into_iter().find(|window| window != known) {
                return Ok(other);
            }
            anyhow::ensure!(tokio::time::Instant::now() < end, "no other window opened");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// The window's own client, for what is not here.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// Ends the window as a person does.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn close(self) -> anyhow::Result<()> {
        in_time("closing", self.client.close()).await
    }

    /// Runs a script that calls its last argument with what it comes to.
    ///
    /// # Errors
    /// When it does not call it in time.
    pub async fn answer(&self, script: &str, arguments: Vec<Value>) -> anyhow::Result<Value> {
        in_time("an answer", self.client.execute_async(script, arguments)).await
    }
}

async fn connect(wanted: &Map<String, Value>, address: &str) -> anyhow::Result<Client> {
    let mut builder = ClientBuilder::new(HttpConnector::new());
    in_time("the window", builder.capabilities(wanted.clone()).connect(address)).await
}

/// What the driver is asked is answered in time, or the test ends with what was asked.
async fn in_time<T, E: std::error::Error + Send + Sync + 'static>(
    what: &str,
    asked: impl Future<Output = Result<T, E>>,
) -> anyhow::Result<T> {
    let answered = tokio::time::timeout(PATIENCE, asked).await;
    Ok(answered.with_context(|| format!("the driver did not answer in time: {what}"))??)
}
