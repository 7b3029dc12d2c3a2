//! A real S3 server in this process, with one bucket in a folder.

use std::path::PathBuf;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use sync_server::stores::S3;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

const NAME: &str = "pictures";

/// The server; it ends with its value.
pub(crate) struct Bucket {
    port: u16,
    folder: TempDir,
    _runtime: Runtime,
}

impl Bucket {
    pub(crate) fn start() -> Bucket {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(NAME)).unwrap();
        let mut service = S3ServiceBuilder::new(FileSystem::new(folder.path()).unwrap());
        service.set_auth(SimpleAuth::from_single("a key", "its secret"));
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).unwrap();
        let port = listener.local_addr().unwrap().port();
        runtime.spawn(serve(listener, service.build()));
        Bucket { port, folder, _runtime: runtime }
    }

    /// How a server reaches it.
    pub(crate) fn place(&self) -> S3 {
        S3 {
            endpoint: Some(format!("http://127.0.0.1:{}", self.port)),
            region: "af-south-1".into(),
            bucket: NAME.into(),
            key_id: "a key".into(),
            secret: "its secret".into(),
        }
    }

    /// Where its pictures are.
    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.path().join(NAME)
    }
}

async fn serve(listener: TcpListener, service: S3Service) {
    while let Ok((socket, _)) = listener.accept().await {
        let service = service.clone();
        tokio::spawn(async move {
            let builder = Builder::new(TokioExecutor::new());
            let _ = builder.serve_connection(TokioIo::new(socket), service).await;
        });
    }
}
