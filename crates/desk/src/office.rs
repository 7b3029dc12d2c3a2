//! One computer's registers and how they are opened. Owns the data folder and the vault; refuses to know what is in a
//! register.

use std::path::{Path, PathBuf};

use register::{
    CentreField, DeviceId, Founding, Key, Register, RegisterId, Restoring, Salt, Seal, Shelf, Stamp, Volume, WriterId,
};
use regulations::{CentreCode, CentreKind};

use crate::anchors::Anchors;
use crate::clock::Moment;
use crate::error::{Error, Result};
use crate::identity::{Identity, PublicIdentity};
use crate::rulebook::Rulebook;
use crate::vault::Vault;

/// The folder of daily copies, beside the registers.
pub(crate) const COPIES: &str = "copies";

/// Where a backup lies while it is looked at whose it is; no register's name.
const COMING: &str = "coming";

/// A computer with its registers.
#[derive(Debug)]
pub struct Office {
    shelf: Shelf,
    folder: PathBuf,
    vault: Vault,
    anchors: Anchors,
}

/// A centre whose register is to be made.
#[derive(Clone, Debug)]
pub struct NewCentre {
    /// Eight digits.
    pub code: CentreCode,
    /// The name on the certificate of registration.
    pub name: String,
    /// Its kind.
    pub kind: CentreKind,
    /// The examination year.
    pub year: u16,
}

impl Office {
    /// The office whose registers lie in this folder.
    #[must_use]
    pub fn at(folder: PathBuf, vault: Vault) -> Office {
        let anchors = Anchors::at(Anchors::platform_folder(), vault.clone());
        Office { shelf: Shelf::at(folder.clone()), folder, vault, anchors }
    }

    /// With the anchors in another folder than the platform's.
    #[must_use]
    pub fn with_anchors(self, folder: PathBuf) -> Office {
        Office { anchors: Anchors::at(folder, self.vault.clone()), ..self }
    }

    /// The folder that the platform keeps a program's data in.
    #[must_use]
    pub fn data_folder() -> PathBuf {
        directories::ProjectDirs::from("ke", "daftari", "daftari")
            .map_or_else(|| PathBuf::from("registers"), |folders| folders.data_dir().join("registers"))
    }

    /// The registers in the folder.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn registers(&self) -> Result<Vec<Volume>> {
        Ok(self.shelf.list()?)
    }

    /// The file of a register: a path, a name on the shelf, or the only one there is.
    ///
    /// # Errors
    /// When it does not exist, or none is named and there are several.
    pub fn locate(&self, named: Option<&Path>) -> Result<PathBuf> {
        match named {
            Some(path) if path.is_dir() => only(&Shelf::at(path).list()?),
            Some(path) if is_path(path) => Ok(path.to_owned()),
            Some(name) => Ok(self.shelf.find(&name.to_string_lossy())?.path),
            None => only(&self.shelf.list()?),
        }
    }

    /// Where a new register of a centre is put: the path named, else on the shelf.
    fn place(&self, named: Option<&Path>, centre: &NewCentre) -> PathBuf {
        match named {
            Some(path) if path.is_dir() => Shelf::at(path).place(centre.code, centre.year),
            Some(path) => path.to_owned(),
            None => self.shelf.place(centre.code, centre.year),
        }
    }

    /// Makes the register of a centre and opens it. Its key is in the vault before the register exists.
    ///
    /// # Errors
    /// When there is one already, no key can be kept, or the folder cannot be written.
    pub fn create(&self, named: Option<&Path>, centre: &NewCentre, actor: &str, book: &Rulebook) -> Result<Register> {
        let path = self.place(named, centre);
        if path.exists() {
            return Err(register::Error::AlreadyExists { path }.into());
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| Error::unwritten(folder, &error))?;
        }
        let salt: Salt = random()?;
        let key = self.vault.new_key(salt)?;
        let writer = WriterId::of(self.device()?, register_of(centre.code, centre.year));
        let founding = Founding { writer, salt, centre: founding_fields(centre, book) };
        Ok(Register::create(&path, &key, &founding, &stamp(actor, book))?)
    }

    /// Opens a register.
    ///
    /// # Errors
    /// When it does not exist, its key is not to be had, or the register refuses.
    pub fn open(&self, named: Option<&Path>) -> Result<Register> {
        let path = self.locate(named)?;
        let key = self.key_of(&path)?;
        Ok(Register::open(&path, &key)?)
    }

    /// The registers that a command is for: the one named, or all of the folder.
    ///
    /// # Errors
    /// When the one named does not exist, or there is none at all.
    pub fn chosen(&self, named: Option<&Path>) -> Result<Vec<PathBuf>> {
        let all = self.shelf.list()?;
        match named {
            None if all.len() > 1 => Ok(all.into_iter().map(|volume| volume.path).collect()),
            _ => Ok(vec![self.locate(named)?]),
        }
    }

    fn key_of(&self, path: &Path) -> Result<Key> {
        self.vault.key_of(register::salt_of(path)?, path)
    }

    /// The daily copies of a register, by the day they were made on, oldest first.
    ///
    /// # Errors
    /// When the register is not on the shelf or the folder of copies cannot be read.
    pub fn daily_copies(&self, named: &str) -> Result<Vec<(String, PathBuf)>> {
        let path = self.locate(Some(named.as_ref()))?;
        let folder = path.parent().unwrap_or(Path::new(".")).join(COPIES);
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(register::daily_copies(&folder, &stem)?)
    }

    /// Copies a register to a file, under its own key, or under a passphrase so that another computer can open it.
    ///
    /// # Errors
    /// When the copy cannot be written.
    pub fn back_up(&self, register: &Register, to: &Path, passphrase: Option<&str>) -> Result<()> {
        match passphrase {
            Some(passphrase) => {
                let key = Key::passphrase(passphrase);
                Ok(register.backup(to, Seal::Other(&key, random()?))?)
            }
            None => Ok(register.backup(to, Seal::SameKey)?),
        }
    }

    /// Puts a backup in a register's place; tells where the replaced one is kept. The register continues as a new
    /// incarnation, so that a server sees it is behind.
    ///
    /// # Errors
    /// When the backup does not open or is not sound; the register is then as it was.
    pub fn restore(&self, backup: &Path, to: &Path, backup_passphrase: Option<&str>) -> Result<Option<PathBuf>> {
        let backup_key = match backup_passphrase {
            Some(passphrase) => Key::passphrase(passphrase),
            None => self.key_of(backup)?,
        };
        let salt: Salt = random()?;
        let key = self.vault.new_key(salt)?;
        let (at, writer) = (Moment::now().millis(), self.writer_in(to)?);
        let known_incarnation =
            self.incarnation_of(to).max(self.anchors.of(writer).map_or(0, |anchor| anchor.end.stream.incarnation));
        let how = Restoring { backup_key: &backup_key, key: &key, salt, writer, at, known_incarnation };
        Ok(register::restore(backup, to, &how)?)
    }

    /// Puts a backup of any centre on the shelf of a computer that does not have it; tells its register's name there.
    ///
    /// # Errors
    /// When the backup does not open or is not sound, does not say whose it is, or the centre has a register for the year
    /// here already.
    pub fn bring_back(&self, backup: &Path, passphrase: &str) -> Result<String> {
        std::fs::create_dir_all(&self.folder).map_err(|error| Error::unwritten(&self.folder, &error))?;
        let centre = register::centre_in(backup, &self.folder.join(COMING), &Key::passphrase(passphrase))?;
        let code = CentreCode::parse(centre.get(CentreField::Code)).ok();
        let year = centre.get(CentreField::Year).parse().ok();
        let unnamed = || register::Error::NotARegister { path: backup.to_owned() };
        let (code, year) = code.zip(year).ok_or_else(unnamed)?;
        let path = self.shelf.place(code, year);
        if path.exists() {
            return Err(register::Error::AlreadyExists { path }.into());
        }
        self.restore(backup, &path, Some(passphrase))?;
        Ok(path.file_stem().unwrap_or_default().to_string_lossy().into_owned())
    }

    /// The incarnation of the register to be replaced; 0 where it is gone or does not open.
    fn incarnation_of(&self, path: &Path) -> u64 {
        let head = self.key_of(path).ok().and_then(|key| Register::open(path, &key).ok()?.head().ok());
        head.map_or(0, |head| head.incarnation)
    }

    /// This computer's hand in the register that a file's name speaks of. Where it speaks of none, whoever opens the
    /// register next takes it over under the right one.
    fn writer_in(&self, path: &Path) -> Result<WriterId> {
        let shelf = Shelf::at(path.parent().unwrap_or(Path::new(".")));
        let volume = shelf.list()?.into_iter().find(|volume| volume.path == path);
        let register = volume.and_then(|volume| Some(register_of(volume.centre?, volume.year?)));
        Ok(WriterId::of(self.device()?, register.unwrap_or(RegisterId { centre: 0, year: 0 })))
    }

    pub(crate) const fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The folder of the registers.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is kept outside the registers of how far they went.
    #[must_use]
    pub const fn anchors(&self) -> &Anchors {
        &self.anchors
    }

    /// This computer's keys, made now where there are none.
    ///
    /// # Errors
    /// When the vault does not keep them or has them no longer.
    pub fn identity(&self) -> Result<Identity> {
        Identity::of(&self.folder, &self.vault)
    }

    /// Who this computer is. The private halves are asked for only where there are none yet.
    fn device(&self) -> Result<DeviceId> {
        match PublicIdentity::read(&self.folder)? {
            Some(public) => Ok(public.device()),
            None => Ok(self.identity()?.device()),
        }
    }
}

/// The name under which a register travels: as the council knows it, else by its centre; `None` where the centre's code
/// or year does not read.
pub(crate) fn named_by(register: &Register) -> Result<Option<RegisterId>> {
    if let Some((id, _)) = register.read().council()? {
        return Ok(Some(id));
    }
    let centre = register.read().centre()?;
    let code = CentreCode::parse(centre.get(CentreField::Code)).ok();
    let year = centre.get(CentreField::Year).parse().ok();
    Ok(code.zip(year).map(|(code, year)| register_of(code, year)))
}

/// The name under which a centre's register of a year travels.
#[must_use]
pub fn register_of(code: CentreCode, year: u16) -> RegisterId {
    RegisterId { centre: code.to_string().parse().unwrap_or_default(), year }
}

/// Who is at work, now, and the numbers that may be given out.
#[must_use]
pub fn stamp(actor: &str, book: &Rulebook) -> Stamp {
    Stamp { actor: actor.to_owned(), at: Moment::now().millis(), numbers: book.number_ranges() }
}

fn founding_fields(centre: &NewCentre, book: &Rulebook) -> Vec<(CentreField, String)> {
    let county = book.county_of(centre.code).unwrap_or_default().to_owned();
    vec![
        (CentreField::Code, centre.code.to_string()),
        (CentreField::Name, centre.name.clone()),
        (CentreField::Kind, centre.kind.name().to_owned()),
        (CentreField::Year, centre.year.to_string()),
        (CentreField::County, county),
    ]
}

fn is_path(named: &Path) -> bool {
    named.exists() || named.components().count() > 1 || named.extension().is_some()
}

fn only(volumes: &[Volume]) -> Result<PathBuf> {
    match volumes {
        [one] => Ok(one.path.clone()),
        [] => Err(Error::Usage(
            "there is no register yet: make one with `daftari init`, or name one with --register".to_owned(),
        )),
        several => {
            let names: Vec<&str> = several.iter().map(|volume| volume.name.as_str()).collect();
            Err(Error::Usage(format!("there are several registers ({}): name one with --register", names.join(", "))))
        }
    }
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Error::NoKeyring { reason: error.to_string() })?;
    Ok(bytes)
}
