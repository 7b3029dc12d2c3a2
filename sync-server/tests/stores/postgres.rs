//! What is true of PostgreSQL alone: several servers, and a cluster that stops or is put back.

use std::path::Path;
use std::sync::Arc;

use sync::message::{Answer, Request};
use sync::{RefusalCode, UnixMillis, log_next, log_start};
use sync_server::audit::{self, Verdict};
use sync_server::stores::postgres::Postgres;
use sync_server::stores::postgres::cluster::Cluster;
use sync_server::stores::{Database, Lane, StoreError};

use crate::bed::{self, asking, council, queue};
use crate::school::{REGISTER, School};

fn open(url: &str, folder: &Path) -> Result<Postgres, StoreError> {
    Postgres::open(url, &folder.join("epoch"), council().public())
}

fn ask(server: &dyn Database, request: Request) -> Result<Answer, StoreError> {
    queue(server, Lane::Write, asking(council(), UnixMillis(1), request)).recv().unwrap()
}

#[test]
fn servers_that_start_at_once_make_one_schema_and_begin_one_life() {
    let url = bed::cluster().database().unwrap();
    let folders: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
    let servers: Vec<Postgres> = std::thread::scope(|scope| {
        let opening = folders.iter().map(|folder| scope.spawn(|| open(&url, folder.path()).unwrap()));
        opening.collect::<Vec<_>>().into_iter().map(|server| server.join().unwrap()).collect()
    });
    let epochs: Vec<_> =
        servers.iter().map(|server| queue(server, Lane::Read, |c| c.epoch()).recv().unwrap().unwrap()).collect();
    assert!(epochs.windows(2).all(|pair| pair[0] == pair[1]), "{epochs:?}");
}

#[test]
fn two_servers_fill_one_log_without_a_gap_and_one_audit_without_a_break() {
    let bed = bed::postgres();
    let url = bed::cluster().database().unwrap();
    let folders = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let servers = folders.each_ref().map(|folder| open(&url, folder.path()).unwrap());
    let mut schools: Vec<School> = (1..=6).map(|seed| School::with(seed, REGISTER)).collect();
    for school in &mut schools {
        school.writes(20, "A");
        let device = school.device(sync::Role::Clerk, sync_server::stores::Scope::All);
        queue(&servers[0], Lane::Write, move |c| c.put_device(&device)).recv().unwrap().unwrap();
    }
    std::thread::scope(|scope| {
        for (place, school) in schools.iter().enumerate() {
            let servers = &servers;
            scope.spawn(move || {
                for n in 1..=20_u64 {
                    let server = &servers[(place + n as usize) % 2];
                    let stored = ask(server, Request::Push(school.batch(n, n))).unwrap();
                    assert!(matches!(stored, Answer::Stored(_)), "{stored:?}");
                    let noted = queue(server, Lane::Write, |c| c.refused(None, RefusalCode::Busy, UnixMillis(1)));
                    noted.recv().unwrap().unwrap();
                }
            });
        }
    });
    let runs = queue(&servers[0], Lane::Read, |c| c.runs(REGISTER, 0, usize::MAX)).recv().unwrap().unwrap();
    let mut l = log_start(REGISTER);
    for (position, run) in (1..).zip(&runs) {
        assert_eq!(run.position, position);
        let school = schools.iter().find(|school| school.stream() == run.stream).unwrap();
        l = log_next(l, school.hash(run.first), run.marks[0].1.to_bytes());
        assert_eq!(run.log.l, l);
    }
    assert_eq!(runs.len(), 120);
    let verdict = queue(&servers[1], Lane::Read, |c| audit::verify(c)).recv().unwrap().unwrap();
    assert!(matches!(verdict, Verdict::Whole(120, _)), "{verdict:?}");
    drop(bed);
}

#[test]
fn a_life_that_one_server_begins_is_every_servers() {
    let url = bed::cluster().database().unwrap();
    let folders = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let servers = folders.each_ref().map(|folder| open(&url, folder.path()).unwrap());
    let begun = queue(&servers[0], Lane::Write, |c| c.begin_epoch()).recv().unwrap().unwrap();
    let epoch = |server: &Postgres| queue(server, Lane::Read, |c| c.epoch()).recv().unwrap().unwrap();
    assert_eq!(epoch(&servers[1]), begun);
    drop(servers);
    for folder in &folders {
        assert_eq!(epoch(&open(&url, folder.path()).unwrap()), begun, "nothing was lost, so none begins");
    }
}

#[test]
fn what_was_acknowledged_survives_a_cluster_that_is_killed_and_the_servers_go_on() {
    let cluster = Cluster::start().unwrap();
    let (url, folder) = (cluster.database().unwrap(), tempfile::tempdir().unwrap());
    let server: Arc<dyn Database> = Arc::new(open(&url, folder.path()).unwrap());
    let mut school = School::with(1, REGISTER);
    school.writes(90, "A");
    let device = school.device(sync::Role::Clerk, sync_server::stores::Scope::All);
    queue(&*server, Lane::Write, move |c| c.put_device(&device)).recv().unwrap().unwrap();
    let (mut acknowledged, mut kills, mut failures) = (0, 0, 0);
    while acknowledged < 90 {
        let next = acknowledged + 1;
        match ask(&*server, Request::Push(school.batch(next, next))) {
            Ok(Answer::Stored(receipt)) => acknowledged = receipt.received.n,
            Ok(other) => panic!("{other:?}"),
            Err(error) => {
                // Connections that died with the cluster are found out one by one.
                failures += 1;
                assert!(failures < 200, "{error}");
            }
        }
        if acknowledged == 10 + 20 * kills && kills < 4 {
            kills += 1;
            cluster.kill().unwrap();
            cluster.go().unwrap();
        }
    }
    let runs = queue(&*server, Lane::Read, |c| c.runs(REGISTER, 0, usize::MAX)).recv().unwrap().unwrap();
    assert_eq!(runs.iter().map(|run| run.first).collect::<Vec<_>>(), (1..=90).collect::<Vec<_>>());
}

#[test]
fn a_cluster_put_back_from_a_copy_begins_another_life_while_the_server_runs() {
    let cluster = Cluster::start().unwrap();
    let (url, folder) = (cluster.database().unwrap(), tempfile::tempdir().unwrap());
    let server = open(&url, folder.path()).unwrap();
    let epoch = |server: &Postgres| loop {
        // Connections that died with the cluster are found out one by one.
        if let Ok(epoch) = queue(server, Lane::Write, |c| c.epoch()).recv().unwrap() {
            return epoch;
        }
    };
    let first = epoch(&server);
    cluster.swap("data", "copy").unwrap();
    assert_eq!(epoch(&server), first, "stopped and started again: the same life");
    queue(&server, Lane::Write, |c| c.set_sub_county(1, 2)).recv().unwrap().unwrap();
    cluster.swap("copy", "data").unwrap();
    assert_ne!(epoch(&server), first);
    assert_eq!(queue(&server, Lane::Write, |c| c.sub_county(1)).recv().unwrap().unwrap(), 0);
}

#[test]
fn a_database_of_a_newer_version_is_refused() {
    let (url, folder) = (bed::cluster().database().unwrap(), tempfile::tempdir().unwrap());
    drop(open(&url, folder.path()).unwrap());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(&url, tokio_postgres::NoTls).await.unwrap();
        let talking = tokio::spawn(connection);
        let sql = "INSERT INTO refinery_schema_history VALUES (99, 'later', 'now', '0')";
        client.batch_execute(sql).await.unwrap();
        drop(client);
        talking.await.unwrap().unwrap();
    });
    let opened = open(&url, folder.path()).map(drop);
    assert!(format!("{opened:?}").contains("newer version"), "{opened:?}");
}
