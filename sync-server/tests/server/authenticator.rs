//! An authenticator in software: it makes a key, signs what a browser would have it sign, and counts. What it says can be
//! made false one thing at a time.

use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// A passkey, and the page that it believes to be on.
pub(crate) struct Authenticator {
    key: SigningKey,
    pub(crate) id: Vec<u8>,
    pub(crate) count: u32,
    pub(crate) origin: String,
    pub(crate) host: String,
    /// Whether it knew the person: without, it only felt a touch.
    pub(crate) knew: bool,
}

const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const ATTESTED: u8 = 64;

impl Authenticator {
    pub(crate) fn new(seed: u8) -> Authenticator {
        let key = SigningKey::from_slice(&[seed; 32]).unwrap();
        let (origin, host) = ("http://localhost:7420".to_owned(), "localhost".to_owned());
        Authenticator { key, id: vec![seed; 20], count: 0, origin, host, knew: true }
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let challenge = options["challenge"].as_str().unwrap();
        let origin = &self.origin;
        format!(r#"{{"type":"{kind}","challenge":"{challenge}","origin":"{origin}","crossOrigin":false}}"#).into_bytes()
    }

    fn data(&mut self, more: u8) -> Vec<u8> {
        self.count += 1;
        let flags = PRESENT | more | if self.knew { VERIFIED } else { 0 };
        let host = Sha256::digest(self.host.as_bytes());
        [host.as_slice(), &[flags], &self.count.to_be_bytes()].concat()
    }

    /// The public key as COSE has it: an EC2 key of ES256 on P-256.
    fn public(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_encoded_point(false);
        let (x, y) = (point.x().unwrap(), point.y().unwrap());
        [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20], x.as_slice(), &[0x22, 0x58, 0x20], y.as_slice()].concat()
    }

    /// Makes the passkey that was asked for.
    pub(crate) fn make(&mut self, options: &Value) -> Value {
        let length = (self.id.len() as u16).to_be_bytes();
        let head = self.data(ATTESTED);
        let data = [head.as_slice(), &[0; 16], &length, &self.id, &self.public()].concat();
        let size = [&[0x58], [data.len() as u8].as_slice()].concat();
        let object = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData".as_slice(), &size, &data].concat();
        json!({
            "type": "public-key", "authenticatorAttachment": "platform", "attestationObject": base64url(&object),
            "clientDataJSON": base64url(&self.client_data("webauthn.create", options)), "transports": [],
            "clientExtensionResults": {},
        })
    }

    /// Signs what was asked.
    pub(crate) fn prove(&mut self, options: &Value) -> Value {
        let (data, client) = (self.data(0), self.client_data("webauthn.get", options));
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        json!({
            "id": base64url(&self.id), "type": "public-key", "authenticatorAttachment": "platform",
            "authenticatorData": base64url(&data), "clientDataJSON": base64url(&client),
            "signature": base64url(signature.to_der().as_bytes()), "userHandle": null, "clientExtensionResults": {},
        })
    }
}

fn base64url(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let three = |part: &[u8]| {
        let bits = part.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - part.len()));
        (0..=part.len()).map(move |at| char::from(LETTERS[(bits >> (18 - 6 * at) & 63) as usize])).collect::<String>()
    };
    bytes.chunks(3).map(three).collect()
}
