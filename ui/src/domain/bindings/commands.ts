// Generated from the crate `window`; do not edit. To write it anew: UPDATE=1 cargo test -p window bindings

/**
 * What something is about.
 */
export type AboutWhom = { 
/**
 * `centre`, `candidate` or `slip`.
 */
what: string, 
/**
 * The candidate's or slip's id; empty of the centre.
 */
id: string, 
/**
 * A candidate's number and name.
 */
called: string, };

/**
 * Words for every centre.
 */
export type Announcement = { 
/**
 * Its name among what is read.
 */
key: string, 
/**
 * Whether nobody here has read it.
 */
unread: boolean, 
/**
 * The words, in the language chosen; in the other where they are missing.
 */
text: string, 
/**
 * The language that they are in.
 */
language: string, 
/**
 * Until when it is shown, in milliseconds since 1970 UTC.
 */
until: number, 
/**
 * Whether that is still to come.
 */
holds: boolean, 
/**
 * When it came about, likewise.
 */
at: number, 
/**
 * Whose it is.
 */
by: string, };

/**
 * How far approval and return are.
 */
export type Approval = { approved: ApprovedView | null, 
/**
 * Who approves a centre of this kind.
 */
approver: RoleView, 
/**
 * Those of that role who have a password, by name.
 */
approvers: Array<string>, 
/**
 * Entries with errors: none may be left.
 */
errors: number, candidates: Array<Signature>, documents: Array<ReturnView>, slips: Array<SlipView>, fees: FeesView, 
/**
 * The banks that take the fees.
 */
banks: Array<string>, };

/**
 * The head's approval.
 */
export type ApprovedView = { by: string, 
/**
 * In milliseconds.
 */
at: number, 
/**
 * Whether the roll is still what was approved.
 */
holds: boolean, };

/**
 * Words, a number, a rule's id.
 */
export type Asked = { 
/**
 * Empty: everything, in the manual's order.
 */
text: string, };

/**
 * Where a copy goes, or comes from.
 */
export type BackUp = { path: string, 
/**
 * Asked for when it is restored, on whatever computer.
 */
passphrase: string, };

/**
 * The name of the task, and for which examination year.
 */
export type Beginning = { 
/**
 * Under which its progress is told.
 */
task: string, 
/**
 * The examination's year.
 */
year: number, };

/**
 * What would become of one field.
 */
export type BulkChange = { 
/**
 * The field's name.
 */
field: string, 
/**
 * The value now.
 */
before: string, 
/**
 * The value after it.
 */
after: string, };

/**
 * What is done to whom.
 */
export type BulkEdit = { 
/**
 * Ids of the candidates.
 */
ids: Array<string>, 
/**
 * What is done to each.
 */
edits: Array<FieldEdit>, 
/**
 * Why, after registration has closed.
 */
reason?: string, };

/**
 * What would become of one candidate.
 */
export type BulkLine = { 
/**
 * Whose id.
 */
id: string, 
/**
 * The number.
 */
number: string, 
/**
 * The name.
 */
name: string, 
/**
 * The fields that would be other.
 */
changes: Array<BulkChange>, 
/**
 * Findings of error level now.
 */
errors_before: number, 
/**
 * Findings of error level after it.
 */
errors_after: number, };

/**
 * What a reply brought.
 */
export type BundleArrived = { 
/**
 * Own changes for which a receipt came.
 */
received: number, 
/**
 * Changes of others taken in.
 */
taken: number, 
/**
 * New circulars.
 */
circulars: number, 
/**
 * What was not as it should be, in English.
 */
troubles: Array<string>, };

/**
 * A bundle of the open register is to be written.
 */
export type BundlePack = { 
/**
 * Where to.
 */
path: string, 
/**
 * Whether photographs go into it.
 */
pictures: boolean, };

/**
 * What was packed.
 */
export type BundlePacked = { 
/**
 * The file.
 */
path: string, 
/**
 * Own changes in it.
 */
changes: number, 
/**
 * Photographs in it.
 */
pictures: number, 
/**
 * Its bytes.
 */
bytes: number, };

/**
 * A bundle, of whomever, is to be carried to the council.
 */
export type BundleSend = { 
/**
 * The name under which it can be stopped.
 */
task: string, 
/**
 * The bundle.
 */
path: string, };

/**
 * A bundle that the council has.
 */
export type BundleSent = { 
/**
 * Where the reply is, to be carried back.
 */
reply: string, 
/**
 * Bytes that were sent.
 */
bytes: number, };

/**
 * A reply is to be taken in.
 */
export type BundleTakeIn = { 
/**
 * The reply.
 */
path: string, };

/**
 * What a change came to. When it is answered, it is on the disk.
 */
export type CandidateChanges = { 
/**
 * The rows that are other than before, in the roll's order.
 */
rows: Array<CandidateRow>, 
/**
 * Ids of those who are shown no more: their entry was undone.
 */
gone: Array<string>, 
/**
 * Ids of those entered, in the order given.
 */
entered: Array<string>, 
/**
 * Ids of those for whom no number was left.
 */
unnumbered: Array<string>, 
/**
 * Fields that an undo or redo left alone, for something else had changed them since.
 */
left_alone: number, 
/**
 * What undo and redo would do now.
 */
steps: UndoSteps, 
/**
 * When it was saved, in milliseconds.
 */
at: number, };

/**
 * A candidate whom the words may mean.
 */
export type CandidateFound = { 
/**
 * Who.
 */
id: string, 
/**
 * The name as entered.
 */
name: string, 
/**
 * The number as entered.
 */
number: string, 
/**
 * Whether they are withdrawn.
 */
withdrawn: boolean, 
/**
 * How far from the words, 0 being each word exactly.
 */
distance: number, };

/**
 * A paper of special needs.
 */
export type CandidatePaper = { 
/**
 * Of whom.
 */
id: string, 
/**
 * Which.
 */
paper: string, 
/**
 * Whether it has come in.
 */
here: boolean, };

/**
 * One change of the candidate.
 */
export type CandidatePast = { 
/**
 * When, in milliseconds.
 */
at: number, 
/**
 * Who.
 */
actor: string, 
/**
 * What was done, as `change` or `import`.
 */
kind: string, 
/**
 * For an import, the file's name.
 */
note: string, 
/**
 * For what came from the council, what it was where it was done.
 */
merged: string | null, 
/**
 * Each field that was written.
 */
writes: Array<CandidateWrite>, };

/**
 * A candidate who will sit after all.
 */
export type CandidateReinstate = { 
/**
 * Who.
 */
id: string, 
/**
 * Why, after registration has closed.
 */
reason?: string, };

/**
 * A candidate.
 */
export type CandidateRow = { 
/**
 * For ever theirs.
 */
id: string, 
/**
 * The eleven digits, where centre and number are what they should be.
 */
index: string | null, 
/**
 * Values by the fields' names; what is not given is left out.
 */
fields: Record<string, string>, 
/**
 * `entered`, `withdrawn` or `moved`.
 */
standing: string, 
/**
 * Why they were withdrawn, or the centre they moved to.
 */
because: string | null, 
/**
 * The centre that they came from.
 */
came_from: string | null, 
/**
 * The name of the photograph.
 */
photograph: string | null, 
/**
 * Whether they signed the nominal roll.
 */
signed: boolean, 
/**
 * Special needs papers on record.
 */
papers: Array<string>, 
/**
 * Those that the declared needs ask for.
 */
papers_asked: Array<string>, 
/**
 * What is wrong, acknowledged warnings left out.
 */
findings: Array<FindingView>, 
/**
 * Warnings that stand, with the reason.
 */
acknowledged: Array<WarningAcknowledged>, 
/**
 * The fee, where it can be known.
 */
fee: FeeParts | null, 
/**
 * Whether all that was written here of them is at KNEC.
 */
sent: boolean, };

/**
 * What somebody types.
 */
export type CandidateSearch = { 
/**
 * Names or a number, in part.
 */
words: string, };

/**
 * Everybody.
 */
export type CandidateSheet = { 
/**
 * The rows: the roll in its order, then those withdrawn or gone.
 */
rows: Array<CandidateRow>, 
/**
 * What undo and redo would do.
 */
steps: UndoSteps, };

/**
 * Candidates who will not sit.
 */
export type CandidateWithdraw = { 
/**
 * Who.
 */
id: string, 
/**
 * Why; never blank.
 */
reason: string, };

/**
 * One field of a change.
 */
export type CandidateWrite = { 
/**
 * The field's name in the register: a field's of the entry, or as `state`, `paper.medical_report`.
 */
field: string, 
/**
 * The value before; empty: none.
 */
old: string, 
/**
 * The value written; empty: none.
 */
new: string, };

/**
 * The centre whose register is open.
 */
export type Centre = { 
/**
 * Its register's name on the shelf.
 */
register: string, 
/**
 * Eight digits.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * `school`, `private`, `prison` or `special`.
 */
type: string, 
/**
 * The examination's year.
 */
year: string, 
/**
 * Whether it is the practice centre.
 */
practice: boolean, };

/**
 * A detail.
 */
export type CentreDetail = { 
/**
 * Its name, as `head_teacher`.
 */
name: string, value: string, 
/**
 * The paragraph that asks for it.
 */
paragraph: string | null, 
/**
 * Whether documents have a place for it that is blank.
 */
blank: boolean, 
/**
 * Whether what stands there cannot be right.
 */
wrong: boolean, };

/**
 * A detail as it was typed.
 */
export type CentreDetailChange = { field: string, value: string, 
/**
 * What stood there when the typing began, where it must not have become something else meanwhile.
 */
was?: string, };

/**
 * When it was saved.
 */
export type CentreDetailSaved = { 
/**
 * In milliseconds.
 */
at: number, };

/**
 * The open register's centre.
 */
export type CentreDetails = { fields: Array<CentreDetail>, 
/**
 * The subjects of the examination, with how many of the centre's candidates enter each.
 */
subjects: Array<CentreSubject>, 
/**
 * What is wrong with the centre, or odd.
 */
findings: Array<FindingView>, 
/**
 * Warnings that somebody let stand.
 */
acknowledged: Array<CentreWarningStanding>, };

/**
 * A document of the return.
 */
export type CentreDocument = { 
/**
 * As `nominal-roll`.
 */
document: string, 
/**
 * The day it was handed in, as `2026-03-31`.
 */
day: string | null, };

/**
 * What stands in a register.
 */
export type CentreGlance = { 
/**
 * Eight digits.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * `school`, `private`, `prison` or `special`.
 */
type: string, 
/**
 * The examination's year.
 */
year: string, 
/**
 * Candidates on the roll.
 */
candidates: number, 
/**
 * Those with nothing left to do.
 */
ready: number, 
/**
 * Findings of error level.
 */
errors: number, 
/**
 * Candidates without a photograph.
 */
without_photograph: number, 
/**
 * Whole shillings that candidates owe themselves.
 */
owed: number, 
/**
 * What the slips on record amount to.
 */
paid: number, 
/**
 * Whether the head has approved the roll as it stands.
 */
approved: boolean, 
/**
 * The documents asked of the centre (2.19.2).
 */
documents: Array<CentreDocument>, 
/**
 * Own changes on this computer only.
 */
waiting: number, 
/**
 * Photographs on this computer only.
 */
pictures: number, 
/**
 * The council's clock at the last contact, in milliseconds since 1970 UTC.
 */
contact: number | null, 
/**
 * The last change, likewise.
 */
changed: number | null, };

/**
 * A document of the return that was handed in.
 */
export type CentreHandedIn = { 
/**
 * The register's name on the shelf.
 */
register: string, 
/**
 * `nominal-roll`, `declaration`, `special-needs`, `nil-return` or `deposit-slips`.
 */
document: string, 
/**
 * The day, as `2026-03-31`; empty: it was not.
 */
day: string, };

/**
 * What became of a centre's rows.
 */
export type CentreImported = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its register's name.
 */
register: string, 
/**
 * Rows that are candidates of the register now.
 */
imported: number, 
/**
 * Of these, rows that changed a candidate who was there already.
 */
updated: number, 
/**
 * Rows of which a cell cannot be read, of the whole workbook.
 */
refused: number, 
/**
 * Whether one of them has an error.
 */
errors: boolean, 
/**
 * The error workbook, where one was written.
 */
workbook: string | null, 
/**
 * What hindered it; then nothing was taken in.
 */
problem: Problem | null, };

/**
 * A centre in a workbook.
 */
export type CentreInWorkbook = { 
/**
 * As the workbook has it.
 */
code: string, 
/**
 * Its rows.
 */
rows: number, 
/**
 * Its register's name; nothing: there is none yet.
 */
register: string | null, 
/**
 * Whether it could be a centre's code.
 */
valid: boolean, };

/**
 * A centre in one line.
 */
export type CentreRow = { 
/**
 * Its register's name on the shelf.
 */
register: string, 
/**
 * Whether it is the one that is open.
 */
open: boolean, 
/**
 * What stands in it; nothing where it does not open.
 */
glance: CentreGlance | null, 
/**
 * The code of what hinders opening it.
 */
problem: string | null, };

/**
 * A subject that a centre may offer.
 */
export type CentreSubject = { 
/**
 * Three digits.
 */
code: string, name: string, 
/**
 * Candidates on the roll who enter it.
 */
entered: number, };

/**
 * What came of one of them.
 */
export type CentreSynced = { 
/**
 * The register's name.
 */
register: string, 
/**
 * What was exchanged.
 */
exchanged: Exchanged | null, 
/**
 * What hindered it on this computer.
 */
problem: Problem | null, };

/**
 * A register to be made for a centre of the workbook.
 */
export type CentreToMake = { 
/**
 * Eight digits.
 */
code: string, 
/**
 * The centre's name.
 */
name: string, 
/**
 * `school`, `private`, `prison` or `special`.
 */
type: string, 
/**
 * The examination's year.
 */
year: number, };

/**
 * A warning about the centre that is to stand.
 */
export type CentreWarning = { rule: string, 
/**
 * Never blank.
 */
reason: string, };

/**
 * A warning about the centre that is to be shown again.
 */
export type CentreWarningShown = { rule: string, };

/**
 * A warning about the centre that stands.
 */
export type CentreWarningStanding = { finding: FindingView, reason: string, actor: string, 
/**
 * In milliseconds.
 */
at: number, };

/**
 * The checklist is to be written.
 */
export type CentresChecklist = { 
/**
 * The name under which it can be stopped.
 */
task: string, 
/**
 * Where to, as PDF.
 */
path: string, };

/**
 * A workbook to be taken in.
 */
export type CentresImport = { 
/**
 * The name under which it can be stopped, between two centres.
 */
task: string, 
/**
 * The file.
 */
path: string, 
/**
 * The sheet.
 */
sheet: string | null, 
/**
 * The folder of the error workbooks, one a centre with rows that have errors; nothing: none are written.
 */
errors: string | null, 
/**
 * Registers to be made first.
 */
make: Array<CentreToMake>, };

/**
 * All centres are to be listed.
 */
export type CentresListing = { 
/**
 * The name under which it can be stopped.
 */
task: string, };

/**
 * All registers are to be synced.
 */
export type CentresSync = { 
/**
 * The name under which it can be stopped.
 */
task: string, 
/**
 * Whether photographs travel too.
 */
pictures: boolean, };

/**
 * A workbook to be looked at.
 */
export type CentresWorkbook = { 
/**
 * The file.
 */
path: string, 
/**
 * The sheet; nothing: the first that has headings.
 */
sheet: string | null, };

/**
 * What a workbook holds.
 */
export type CentresWorkbookContents = { 
/**
 * By centre.
 */
centres: Array<CentreInWorkbook>, 
/**
 * Rows that name no centre: they go nowhere.
 */
without: number, };

/**
 * A value that a circular changes.
 */
export type CircularChange = { 
/**
 * Where it stands in the rules, as `fees.state.basic`.
 */
place: string, 
/**
 * What held before; empty: nothing did.
 */
before: string, 
/**
 * What holds now.
 */
now: string, };

/**
 * A circular.
 */
export type CircularView = { 
/**
 * Its name among what is read.
 */
key: string, 
/**
 * Whether nobody here has read it.
 */
unread: boolean, 
/**
 * Its number.
 */
number: number, 
/**
 * The examination's year that it is for.
 */
year: number, 
/**
 * When it was issued, in milliseconds since 1970 UTC.
 */
at: number, 
/**
 * What it changes.
 */
changes: Array<CircularChange>, 
/**
 * Why it could not be applied, in English.
 */
broken: string | null, };

/**
 * What speaks against this computer's clock.
 */
export type ClockView = { 
/**
 * `before-program`, `before-register`, `before-council` or `after-examination`.
 */
doubt: string, 
/**
 * What it tells, in milliseconds.
 */
now: number, 
/**
 * What it contradicts, in milliseconds.
 */
against: number | null, };

/**
 * A centre's code as far as it is typed.
 */
export type CodeTyped = { code: string, year: number, };

/**
 * What is known of a code.
 */
export type CodeView = { 
/**
 * `short`, `letters`, `long`, `county` or `taken`; none: it may be used.
 */
wrong: string | null, 
/**
 * The county of its first two digits.
 */
county: string | null, 
/**
 * The name of the register that this centre has here already.
 */
register: string | null, };

/**
 * A candidate whom something concerns.
 */
export type Concerned = { id: string, number: string, name: string, };

/**
 * A condition of a transfer, as far as it is known here.
 */
export type ConditionKnown = { 
/**
 * `in-time`, `releasing-head`, `receiving-head`, `releasing-office`, `receiving-office`, `fee`.
 */
name: string, 
/**
 * Its paragraph.
 */
paragraph: string, 
/**
 * `met`, `open`, `missed`, or `elsewhere`: KNEC knows, this register does not.
 */
stands: string, 
/**
 * Who consented and when; the slip's number.
 */
says: string, };

/**
 * A condition of being duly registered.
 */
export type ConditionView = { name: string, paragraph: string, 
/**
 * Candidates who meet it.
 */
met: number, };

/**
 * A person's decision.
 */
export type ConflictResolution = { 
/**
 * The candidate's id, or `centre`.
 */
id: string, 
/**
 * The field.
 */
field: string, 
/**
 * The value that is right: one of those in conflict, or another.
 */
value: string, 
/**
 * Why.
 */
reason: string, };

/**
 * One of the values.
 */
export type ConflictValue = { 
/**
 * The value; empty: none.
 */
value: string, 
/**
 * Who wrote it.
 */
written: Array<ConflictWriting>, };

/**
 * Two people wrote one field, neither having seen the other's.
 */
export type ConflictView = { 
/**
 * Whom or what it is about.
 */
subject: AboutWhom, 
/**
 * The field's name.
 */
field: string, 
/**
 * `field`, `withdrawn` or `number-taken`.
 */
why: string, 
/**
 * To whom the number was issued, by number and name.
 */
holder: string | null, 
/**
 * The values; the first is the one shown at present.
 */
values: Array<ConflictValue>, };

/**
 * Who wrote a value.
 */
export type ConflictWriting = { 
/**
 * The person.
 */
actor: string, 
/**
 * By the clock of their computer, in milliseconds since 1970 UTC.
 */
at: number, 
/**
 * By the council's clock when it came; nothing: it is on its way.
 */
received: number | null, 
/**
 * Whether it was written on this computer.
 */
here: boolean, };

/**
 * A copy of a register on this computer.
 */
export type Copy = { path: string, 
/**
 * The day it was made, as `2026-02-28`.
 */
day: string, bytes: number, };

/**
 * What the council decided.
 */
export type CouncilDecision = { 
/**
 * Its name among what is read.
 */
key: string, 
/**
 * Whether nobody here has read it.
 */
unread: boolean, 
/**
 * The council's case.
 */
case: string, 
/**
 * Whom or what it is about.
 */
subject: AboutWhom, 
/**
 * The queue that it was decided in: `duplicate`, `conflict`, `late`, `amendment`, `returned`, `transfer` ...
 */
queue: string, 
/**
 * What was decided: `ask`, `same:1`, `different`, `differs`, `admit` ...
 */
decision: string, 
/**
 * Why, in the operator's words.
 */
reason: string, 
/**
 * Who decided.
 */
by: string, 
/**
 * When, in milliseconds since 1970 UTC.
 */
at: number, 
/**
 * What it asks of the desk: `nothing`, `look`, `withdraw`, `answer`.
 */
asks: string, 
/**
 * What differs from the results of the qualifying examination.
 */
differences: Array<ResultDifference>, 
/**
 * Of one person entered twice: the index number of whom is kept; empty: it is not said.
 */
kept: string, 
/**
 * Whether that is this one.
 */
keep: boolean, 
/**
 * What was answered.
 */
answer: NoticeAnswered | null, };

/**
 * A name with its password.
 */
export type Credentials = { name: string, password: string, };

/**
 * A day to be kept.
 */
export type DeadlineView = { 
/**
 * `opens` or `closes`.
 */
occasion: string, 
/**
 * As `2026-02-28`.
 */
day: string, 
/**
 * Days from today; negative where it has passed.
 */
left: number, 
/**
 * The paragraph or circular; empty: the council said so.
 */
source: string, };

/**
 * Fields of one candidate to be changed.
 */
export type EntryChange = { 
/**
 * Whose.
 */
id: string, 
/**
 * The new values.
 */
values: Array<FieldValue>, 
/**
 * Why, after registration has closed.
 */
reason?: string, };

/**
 * A candidate to be entered.
 */
export type EntryEnter = { 
/**
 * What is known so far.
 */
values: Array<FieldValue>, };

/**
 * A field.
 */
export type EntryField = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it may hold, where that is a short list.
 */
choices: Array<string>, 
/**
 * The paragraphs behind it, each once.
 */
paragraphs: Array<string>, };

/**
 * The form of an entry.
 */
export type EntryForm = { 
/**
 * The fields, in the template's order.
 */
fields: Array<EntryField>, 
/**
 * The subjects offered, by code.
 */
subjects: Array<SubjectOffered>, 
/**
 * The categories of special needs.
 */
needs: Array<string>, 
/**
 * The papers that support them.
 */
papers: Array<string>, 
/**
 * The last day of registration, `YYYY-MM-DD`, where it is known.
 */
closes: string | null, 
/**
 * Whether it has passed: what is changed now is an amendment, with a reason.
 */
closed: boolean, };

/**
 * An entry as it is being typed.
 */
export type EntryPreview = { 
/**
 * Whose; none: a new candidate.
 */
id?: string, 
/**
 * The values that differ from what is saved.
 */
values: Array<FieldValue>, };

/**
 * An entry as it is being typed, judged.
 */
export type EntryPreviewed = { 
/**
 * What is wrong, acknowledged warnings left out.
 */
findings: Array<FindingView>, 
/**
 * Warnings that stand.
 */
acknowledged: Array<WarningAcknowledged>, 
/**
 * The fee, where it can be known.
 */
fee: FeeParts | null, 
/**
 * The slots of its pathway.
 */
subjects: SubjectChoice, };

/**
 * One piece of news.
 */
export type Event = { "kind": "state" } | { "kind": "changed", 
/**
 * Their ids; empty: ask for everything anew.
 */
candidates: Array<string>, } | { "kind": "progress", 
/**
 * The task's name, as the window gave it.
 */
task: string, 
/**
 * A code of the step, put in words by the interface.
 */
step: string, 
/**
 * Units done.
 */
done: number, 
/**
 * Units in all; 0: not known.
 */
total: number, } | { "kind": "sync" };

/**
 * What came of an exchange.
 */
export type Exchanged = { 
/**
 * `done`, `stopped`, `offline`, `refused` or `unsafe`.
 */
ended: string, 
/**
 * The council's code, where it refused.
 */
code: string | null, 
/**
 * What ended it before its time, in English.
 */
reason: string | null, 
/**
 * Own changes for which a receipt came.
 */
sent: number, 
/**
 * Changes of others taken in.
 */
taken: number, 
/**
 * Photographs that the council has since.
 */
pictures_sent: number, 
/**
 * Photographs that came.
 */
pictures_fetched: number, 
/**
 * New circulars.
 */
circulars: number, 
/**
 * The register had been restored or copied, and goes on under another number.
 */
reopened: boolean, 
/**
 * The council had been restored from a backup.
 */
rewound: boolean, 
/**
 * Bytes to the council.
 */
bytes_up: number, 
/**
 * Bytes from it.
 */
bytes_down: number, 
/**
 * What was not as it should be, in English.
 */
troubles: Array<string>, };

/**
 * What a subject asks for beside its fee.
 */
export type FeeComponent = { 
/**
 * The subject's code.
 */
subject: string, 
/**
 * Its name.
 */
name: string, 
/**
 * `project`, `practical` or `oral`.
 */
component: string, 
/**
 * The amount.
 */
amount: number, };

/**
 * A fee with its parts, in Kenya shillings.
 */
export type FeeParts = { 
/**
 * In all.
 */
total: number, 
/**
 * Whether the state pays.
 */
state: boolean, 
/**
 * The basic fee.
 */
basic: number, 
/**
 * How many subjects are paid for.
 */
subjects_entered: number, 
/**
 * All subjects together.
 */
subjects: number, 
/**
 * What single subjects ask for beside.
 */
components: Array<FeeComponent>, };

/**
 * In Kenya shillings.
 */
export type FeesView = { 
/**
 * What the state pays.
 */
state: number, 
/**
 * What candidates themselves owe.
 */
owed: number, 
/**
 * Deposit slips on record.
 */
paid: number, };

/**
 * What is done to a field.
 */
export type FieldEdit = { 
/**
 * The field's name.
 */
field: string, 
/**
 * How the value is meant.
 */
how: How, 
/**
 * The value; for `add` and `remove` words separated by spaces, as subject codes.
 */
value: string, };

/**
 * A field with its value.
 */
export type FieldValue = { 
/**
 * The field's name.
 */
field: string, 
/**
 * As typed; empty: not given.
 */
value: string, 
/**
 * What stood there when the typing began, where it must not have become something else meanwhile.
 */
was?: string, };

/**
 * A file.
 */
export type FilePath = { path: string, };

/**
 * A finding in the words of the language chosen.
 */
export type FindingView = { 
/**
 * The rule's id.
 */
rule: string, 
/**
 * How much it weighs.
 */
weight: Weight, 
/**
 * The fields it is about, by their names.
 */
fields: Array<string>, 
/**
 * The paragraph of the manual.
 */
paragraph: string, 
/**
 * What is wrong.
 */
what: string, 
/**
 * Why it matters.
 */
why: string, 
/**
 * What to do.
 */
action: string, 
/**
 * Changes that mend it for certain.
 */
fixes: Array<FixView>, };

/**
 * A change that mends a finding for certain.
 */
export type FixView = { 
/**
 * The field.
 */
field: string, 
/**
 * What is written into it.
 */
value: string, 
/**
 * What the button says.
 */
label: string, };

/**
 * A password that was forgotten.
 */
export type Forgotten = { name: string, 
/**
 * The recovery code, or a new enrolment code of the council's.
 */
code: string, password: string, };

/**
 * A centre whose register is to be made.
 */
export type Founding = { 
/**
 * Eight digits.
 */
code: string, 
/**
 * As on its certificate of registration.
 */
name: string, 
/**
 * `school`, `private`, `prison` or `special`.
 */
type: string, 
/**
 * The examination's year.
 */
year: number, };

/**
 * A held change.
 */
export type HeldName = { 
/**
 * As [`HeldView::tag`].
 */
tag: string, };

/**
 * A change without effect, or not yet.
 */
export type HeldView = { 
/**
 * Its name.
 */
tag: string, 
/**
 * Whom or what it is about.
 */
subject: AboutWhom, 
/**
 * What was done, as history calls it.
 */
kind: string, 
/**
 * The person.
 */
actor: string, 
/**
 * By the clock of their computer.
 */
at: number, 
/**
 * `late`, `no-right`, `invalid`, `unsigned`, `countersign`, `base-missing` or `departed`.
 */
why: string, 
/**
 * The fields with the values that they would have.
 */
writes: Array<HeldWrite>, };

/**
 * A field with a value.
 */
export type HeldWrite = { 
/**
 * The field's name.
 */
field: string, 
/**
 * The value.
 */
value: string, };

/**
 * The first page.
 */
export type Home = { 
/**
 * Candidates on the roll.
 */
candidates: number, 
/**
 * With nothing left for their entry.
 */
ready: number, 
/**
 * Who meet all six conditions (2.3.12).
 */
duly_registered: number, conditions: Array<ConditionView>, 
/**
 * Errors first, then by how many they concern.
 */
left: Array<LeftView>, fees: FeesView, deadlines: Array<DeadlineView>, 
/**
 * What speaks against this computer's clock.
 */
clock: ClockView | null, 
/**
 * Transfers that wait for the consent of whoever is at work.
 */
transfers: number, 
/**
 * The centre's details that documents have a place for and that are blank, by their names.
 */
blank: Array<string>, 
/**
 * Whether documents say DRAFT.
 */
draft: boolean, 
/**
 * Who approved the roll, and whether it is still what was approved.
 */
approved: ApprovedView | null, };

/**
 * How a value is meant.
 */
export type How = "set" | "add" | "remove";

/**
 * What came of it.
 */
export type ImportApplied = { 
/**
 * Candidates entered.
 */
entered: number, 
/**
 * Candidates who were there already.
 */
updated: number, 
/**
 * Rows that stayed out.
 */
left: number, 
/**
 * The rows as they are now.
 */
rows: Array<ImportRow>, };

/**
 * A file: by its path, or as bytes dropped on a page.
 */
export type ImportChoice = { 
/**
 * Its path.
 */
path: string | null, 
/**
 * Its name, where it comes as bytes.
 */
name: string | null, 
/**
 * Its bytes, as base64.
 */
base64: string | null, };

/**
 * A column.
 */
export type ImportColumn = { 
/**
 * Its place, from 0.
 */
index: number, 
/**
 * Its heading.
 */
heading: string, 
/**
 * Up to three of its values.
 */
samples: Array<string>, 
/**
 * What it holds: a field, `surname`, `other_names`, `middle_name`, a subject's code, or nothing.
 */
role: string, 
/**
 * How sure that is: `none`, `likely`, `synonym`, `exact`, `given`.
 */
confidence: string, };

/**
 * The columns of a sheet.
 */
export type ImportColumns = { 
/**
 * The columns, in order.
 */
columns: Array<ImportColumn>, 
/**
 * The last row of the headings; none: no headings were found.
 */
heading_row: number | null, 
/**
 * The first rows as they stand, where no headings were found.
 */
head: Array<ImportHeadLine>, 
/**
 * Whether a person said before what columns of these headings hold.
 */
remembered: boolean, 
/**
 * Rows below the headings.
 */
rows: number, 
/**
 * What a column can hold, beside a subject's marks.
 */
roles: Array<string>, 
/**
 * The subjects, whose marks a column can hold.
 */
subjects: Array<ImportSubject>, };

/**
 * Which sheet, and where its headings are.
 */
export type ImportColumnsAsked = { 
/**
 * The sheet; none: the first one with headings.
 */
sheet: string | null, 
/**
 * The row of the headings, where a person says so; 0: there are none.
 */
heading_row: number | null, 
/**
 * The name under which it can be stopped.
 */
task: string, };

/**
 * What a person says of one value.
 */
export type ImportGivenValue = { 
/**
 * A field's name, or a subject's code.
 */
of: string, 
/**
 * As it is written.
 */
written: string, 
/**
 * What it means; empty: nothing.
 */
meaning: string, };

/**
 * What a person says of values.
 */
export type ImportGivenValues = { 
/**
 * What is said.
 */
values: Array<ImportGivenValue>, 
/**
 * The name under which it can be stopped.
 */
task: string, };

/**
 * A row as it stands.
 */
export type ImportHeadLine = { 
/**
 * Its number.
 */
row: number, 
/**
 * Its cells.
 */
cells: Array<string>, };

/**
 * What a person says that the columns hold.
 */
export type ImportMapped = { 
/**
 * The last row of the headings; 0: there are none.
 */
heading_row: number, 
/**
 * Each column's place and role.
 */
roles: Array<[number, string]>, 
/**
 * The name under which it can be stopped.
 */
task: string, };

/**
 * What came of mending.
 */
export type ImportMended = { 
/**
 * The fields of the rows' cells; others than before where a mended field had no column.
 */
fields: Array<string>, 
/**
 * The rows that are other than before; all, where the fields are.
 */
rows: Array<ImportRow>, };

/**
 * One cell mended.
 */
export type ImportMendedCell = { 
/**
 * The row.
 */
row: number, 
/**
 * The field.
 */
field: string, 
/**
 * What is to stand there.
 */
value: string, };

/**
 * Cells mended.
 */
export type ImportMending = { 
/**
 * Each with what is to stand there.
 */
cells: Array<ImportMendedCell>, };

/**
 * A file that was opened.
 */
export type ImportOpened = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its sheets; none for a text file.
 */
sheets: Array<ImportSheet>, };

/**
 * Why a cell cannot be read.
 */
export type ImportRefusal = { 
/**
 * The cell, such as `F41`.
 */
cell: string, 
/**
 * The field.
 */
field: string, 
/**
 * `error-value`, `digits-lost` or `too-narrow`.
 */
code: string, 
/**
 * What stands in the cell.
 */
shown: string, };

/**
 * One row.
 */
export type ImportRow = { 
/**
 * Its number, as a spreadsheet program shows it.
 */
row: number, 
/**
 * `new`, `update`, `elsewhere`, `refused`, `skipped` or `taken-in`.
 */
fate: string, 
/**
 * The other centre; the refused cell; what it is that is skipped.
 */
about: string, 
/**
 * The gravest finding.
 */
worst: Weight | null, 
/**
 * The values, in the order of the fields.
 */
cells: Array<string>, 
/**
 * The gravest finding about each field that has one.
 */
marks: Record<string, Weight>, 
/**
 * The fields that were mended by hand.
 */
mended: Array<string>, };

/**
 * What is to be known of one row.
 */
export type ImportRowDetail = { 
/**
 * What the rules find.
 */
findings: Array<FindingView>, 
/**
 * The candidate whom it is about, where they are in the register already.
 */
candidate: string | null, 
/**
 * Why a cell cannot be read.
 */
refusal: ImportRefusal | null, };

/**
 * A row by its number.
 */
export type ImportRowNumber = { 
/**
 * As a spreadsheet program shows it.
 */
row: number, };

/**
 * A sheet.
 */
export type ImportSheet = { 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is hidden in the workbook.
 */
hidden: boolean, 
/**
 * Whether anything stands on it.
 */
has_data: boolean, 
/**
 * Whether headings of candidates were recognised on it.
 */
has_headings: boolean, };

/**
 * All rows.
 */
export type ImportStaging = { 
/**
 * The fields of the rows' cells, in order.
 */
fields: Array<string>, 
/**
 * The rows.
 */
rows: Array<ImportRow>, };

/**
 * A subject.
 */
export type ImportSubject = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, };

/**
 * Where to write.
 */
export type ImportTarget = { 
/**
 * The file's path.
 */
path: string, };

/**
 * A value.
 */
export type ImportValue = { 
/**
 * As it is written.
 */
written: string, 
/**
 * What it was taken for; none: nobody knows.
 */
meaning: string | null, 
/**
 * What a person said it means.
 */
given: string | null, 
/**
 * In how many cells it stands.
 */
count: number, };

/**
 * The values of one field, or of one subject's marks.
 */
export type ImportValueGroup = { 
/**
 * A field's name, or a subject's code.
 */
of: string, 
/**
 * What a value can mean; empty: any subject. For marks `1` is taken.
 */
choices: Array<string>, 
/**
 * The values.
 */
values: Array<ImportValue>, };

/**
 * The values of the columns of few values.
 */
export type ImportValues = { 
/**
 * By what they are of.
 */
groups: Array<ImportValueGroup>, 
/**
 * How many values nobody knows and nobody spoke of.
 */
unknown: number, 
/**
 * The subjects, for those who choose one.
 */
subjects: Array<ImportSubject>, };

/**
 * Which rows.
 */
export type ImportWhich = { 
/**
 * Every row that can be read, or those without errors only.
 */
all: boolean, };

/**
 * What the council said of this computer.
 */
export type KnownComputer = { 
/**
 * The council, and what it calls this computer.
 */
council: KnownCouncil, 
/**
 * The centre's code, where the one-time code was for one alone.
 */
centre: string | null, 
/**
 * Its county.
 */
county: string | null, };

/**
 * The council that this computer knows.
 */
export type KnownCouncil = { 
/**
 * Where it is.
 */
url: string, 
/**
 * What it calls this computer.
 */
name: string, 
/**
 * `clerk`, `head`, `scde` ...
 */
role: string, 
/**
 * The centres, by the beginnings of their codes; an empty one is every centre.
 */
scope: Array<string>, 
/**
 * The council's key in short, to be compared by telephone.
 */
council: string, };

/**
 * Something left to do.
 */
export type LeftView = { finding: FindingView, 
/**
 * The condition that it keeps from being met.
 */
condition: string, 
/**
 * How many candidates it concerns; 0: the centre.
 */
count: number, 
/**
 * The first of them.
 */
candidates: Array<Concerned>, };

/**
 * A register by its name.
 */
export type Named = { 
/**
 * As [`Volume::name`].
 */
name: string, };

/**
 * Somebody who is to work here.
 */
export type Newcomer = { name: string, role: RoleView, 
/**
 * Empty for a clerk who needs none.
 */
password: string, };

/**
 * What came from the council.
 */
export type News = { 
/**
 * Its decisions, the latest first.
 */
decisions: Array<CouncilDecision>, 
/**
 * Its announcements, the latest first.
 */
announcements: Array<Announcement>, 
/**
 * Its circulars, the latest first.
 */
circulars: Array<CircularView>, 
/**
 * How many of all of these nobody here has read.
 */
unread: number, 
/**
 * Whether who is at work answers for the centre, and so may answer.
 */
may_answer: boolean, };

/**
 * What somebody has read.
 */
export type NewsRead = { 
/**
 * The names of what was read.
 */
keys: Array<string>, };

/**
 * No arguments.
 */
export type Nothing = Record<string, never>;

/**
 * The head's answer to a notice.
 */
export type NoticeAnswer = { 
/**
 * The council's case.
 */
case: string, 
/**
 * The candidate's id; empty: the centre.
 */
id: string, 
/**
 * Whether the council is right.
 */
accepts: boolean, 
/**
 * Why; never blank.
 */
reason: string, };

/**
 * What was answered to a notice.
 */
export type NoticeAnswered = { 
/**
 * Whether the council was right.
 */
accepts: boolean, 
/**
 * Why.
 */
reason: string, 
/**
 * Who said so.
 */
by: string, 
/**
 * When, in milliseconds since 1970 UTC.
 */
at: number, };

/**
 * A paragraph by its number.
 */
export type Numbered = { 
/**
 * As people cite it: `2.8.2(ii)`.
 */
number: string, };

/**
 * A field by its name.
 */
export type OfField = { 
/**
 * As `subjects`.
 */
field: string, };

/**
 * A file of the batch.
 */
export type OfPhotographFile = { 
/**
 * Its number.
 */
file: number, };

/**
 * One candidate.
 */
export type OneCandidate = { 
/**
 * Whose id.
 */
id: string, };

/**
 * A picture lying open.
 */
export type OpenPhotograph = { 
/**
 * The address of a small copy, upright but not turned by anybody.
 */
picture: string, };

/**
 * A document by its name.
 */
export type PaperName = { name: string, };

/**
 * A document that was made: its pages are pictures at `page/ID/NUMBER/PER-CENT`.
 */
export type PaperPreview = { id: string, name: string, 
/**
 * Width and height of each page in points.
 */
pages: Array<[number, number]>, 
/**
 * Bytes of the file.
 */
bytes: number, 
/**
 * What the file is called when it is saved.
 */
file: string, };

/**
 * A document.
 */
export type PaperView = { 
/**
 * Its name, as `nominal-roll`.
 */
name: string, 
/**
 * The paragraph that asks for it.
 */
paragraph: string, 
/**
 * Whether this centre has a use for it.
 */
needed: boolean, };

/**
 * The documents of the open register.
 */
export type Papers = { documents: Array<PaperView>, 
/**
 * Whether every page says DRAFT.
 */
draft: boolean, 
/**
 * The entries with errors, for which it does.
 */
errors: number, 
/**
 * The centre's details that are blank on the pages, by their names.
 */
blank: Array<string>, };

/**
 * A paragraph in our own words.
 */
export type ParagraphView = { 
/**
 * As `2.8.2` or `faq.3`.
 */
paragraph: string, title: string, summary: string, 
/**
 * What is checked here because of it.
 */
rules: Array<RuleView>, 
/**
 * The documents that it asks for, by name.
 */
forms: Array<string>, 
/**
 * Why no program answers it, or a part of it; English.
 */
not_for_software: string | null, };

/**
 * A passphrase.
 */
export type Passphrase = { passphrase: string, };

/**
 * A password to be set.
 */
export type Passwords = { name: string, 
/**
 * The one before; not asked of those who answer for this person.
 */
before: string, password: string, };

/**
 * A block and the place it is pasted at.
 */
export type PasteBlock = { 
/**
 * The cells, row by row.
 */
cells: Array<Array<string>>, 
/**
 * The candidates shown from the place pasted at downwards: rows without headings fall on them in turn, those
 * beyond are new.
 */
onto: Array<string>, 
/**
 * The fields shown from the place pasted at to the right.
 */
fields: Array<string>, 
/**
 * Why, after registration has closed.
 */
reason?: string, };

/**
 * A column of the block.
 */
export type PasteColumn = { 
/**
 * Its heading, where it has one.
 */
heading: string, 
/**
 * The field it goes into, or `subjects` for a subject's own column; none: it is left out.
 */
field: string | null, };

/**
 * What would come of a paste.
 */
export type PastePreview = { 
/**
 * Whether the block's own headings say which column is which.
 */
headings: boolean, 
/**
 * The columns in order.
 */
columns: Array<PasteColumn>, 
/**
 * The rows in order; those that would change nothing too.
 */
rows: Array<PasteRow>, 
/**
 * How many would be new candidates.
 */
entered: number, 
/**
 * How many candidates would be other than they are.
 */
changed: number, 
/**
 * How many rows cannot be read; they are left out.
 */
refused: number, };

/**
 * A cell that cannot be read.
 */
export type PasteRefused = { 
/**
 * Its place, as `B3` of the block.
 */
cell: string, 
/**
 * The field, or the column's name.
 */
column: string, 
/**
 * `error-value`, `digits-lost` or `too-narrow`.
 */
why: string, 
/**
 * What stands there.
 */
shown: string, };

/**
 * A row of the block.
 */
export type PasteRow = { 
/**
 * Its place in the block, from 1.
 */
row: number, 
/**
 * What would become of whom; an id that nobody has stands for a new candidate.
 */
line: BulkLine | null, 
/**
 * Whether it would be a new candidate.
 */
new: boolean, 
/**
 * The cell that cannot be read, as `B3` of the block, and why.
 */
refused: PasteRefused | null, 
/**
 * What it is instead of a candidate, as `total`.
 */
skipped: string | null, };

/**
 * Somebody by name.
 */
export type PersonName = { name: string, };

/**
 * A person who works here.
 */
export type PersonView = { name: string, role: RoleView, 
/**
 * Whether a password is asked for.
 */
password: boolean, };

/**
 * Whose a file is.
 */
export type PhotographAssignment = { 
/**
 * Its number.
 */
file: number, 
/**
 * Whose; none: nobody's.
 */
candidate: string | null, };

/**
 * A batch.
 */
export type PhotographBatch = { 
/**
 * The files, in the order they came.
 */
files: Array<PhotographFile>, 
/**
 * How many are ready to be attached.
 */
ready: number, 
/**
 * Numbers of the files that came last.
 */
added: Array<number>, };

/**
 * The bytes of one picture: dropped on a page, or from the camera.
 */
export type PhotographBytes = { 
/**
 * The file's name.
 */
name: string, 
/**
 * Its bytes, as base64.
 */
base64: string, 
/**
 * Whose it is, where a person says so.
 */
candidate: string | null, };

/**
 * What was chosen or dropped: files, and folders whose pictures are meant.
 */
export type PhotographChoice = { 
/**
 * Their paths.
 */
paths: Array<string>, 
/**
 * The name under which it can be stopped.
 */
task: string, };

/**
 * One file.
 */
export type PhotographFile = { 
/**
 * Its number in the batch.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Whose it is.
 */
candidate: PhotographPerson | null, 
/**
 * By what: `photo-column`, `index-number`, `candidate-number`, `admission-number`, `hand`; or why it is nobody's yet:
 * `ambiguous`, `repeated`, `nobody`.
 */
by: string, 
/**
 * Whose it could be.
 */
doubts: Array<PhotographPerson>, 
/**
 * The address of the photograph as it would be attached.
 */
picture: string | null, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * What an eye should look at: `too-dark`, `too-bright`, `blurred`, `too-small`.
 */
hints: Array<string>, 
/**
 * Why it gives no photograph.
 */
unusable: UnusablePhotograph | null, 
/**
 * How it is framed.
 */
frame: PhotographFraming, };

/**
 * How a file is framed.
 */
export type PhotographFrame = { 
/**
 * Its number.
 */
file: number, 
/**
 * Quarter turns, clockwise.
 */
turns: number, 
/**
 * The square in pixels of the turned original: left, top and side; none: the largest.
 */
square: [number, number, number] | null, };

/**
 * How a photograph is framed.
 */
export type PhotographFraming = { 
/**
 * Quarter turns, clockwise.
 */
turns: number, 
/**
 * The square in pixels of the turned original: left, top and side.
 */
square: [number, number, number], 
/**
 * Width and height of the turned original, in pixels.
 */
size: [number, number], };

/**
 * A candidate.
 */
export type PhotographOf = { 
/**
 * Their id.
 */
candidate: string, };

/**
 * Somebody on the roll.
 */
export type PhotographPerson = { 
/**
 * For ever theirs.
 */
id: string, 
/**
 * The candidate number.
 */
number: string, 
/**
 * The full index number; empty where there is none yet.
 */
index: string, 
/**
 * The name.
 */
name: string, 
/**
 * The admission number.
 */
admission: string, 
/**
 * The photograph that the register has.
 */
photograph: string | null, };

/**
 * What came of attaching.
 */
export type PhotographsAttached = { 
/**
 * Photographs attached.
 */
attached: number, 
/**
 * Of these, how many took the place of another.
 */
replaced: number, 
/**
 * Files that stay in the batch.
 */
left: number, };

/**
 * Two candidates.
 */
export type PhotographsOfTwo = { 
/**
 * The id of one.
 */
one: string, 
/**
 * The id of the other.
 */
other: string, };

/**
 * A document that was made, by its id.
 */
export type PreviewId = { id: string, };

/**
 * A command that could not be carried out. Nothing was half done.
 */
export type Problem = { 
/**
 * Stable, as `register.disk-full`.
 */
code: string, 
/**
 * What a person can do about it: `usage`, `input`, `register`, `server`.
 */
class: string, 
/**
 * What, where, why and what to do, in English.
 */
detail: string, 
/**
 * The file that it is about.
 */
path: string | null, };

/**
 * A QR code.
 */
export type QrCode = { 
/**
 * Modules a side, with four of quiet around.
 */
side: number, 
/**
 * The dark modules as the path of a picture of `side` by `side` units.
 */
path: string, };

/**
 * A receipt by its letters.
 */
export type ReceiptLetters = { 
/**
 * As [`ReceiptView::letters`].
 */
letters: Array<string>, };

/**
 * A receipt.
 */
export type ReceiptView = { 
/**
 * The council's clock, in milliseconds since 1970 UTC.
 */
at: number, 
/**
 * The centre's code.
 */
centre: string, 
/**
 * The centre's name.
 */
name: string, 
/**
 * The examination's year.
 */
year: number, 
/**
 * Changes 1 to this one are at KNEC.
 */
changes: number, 
/**
 * Counts the lives of the register's copy: 1, and one more after each restore.
 */
life: number, 
/**
 * The place in the council's log.
 */
position: number, 
/**
 * The letters by which it is read out, in groups.
 */
letters: Array<string>, };

/**
 * The code that sets a forgotten password anew, shown this once: it goes to the sub-county's office in an envelope.
 */
export type Recovery = { recovery: string | null, };

/**
 * What is put into which register's place.
 */
export type Restore = { 
/**
 * Its name on the shelf.
 */
register: string, path: string, 
/**
 * Empty for a copy that was made on this computer.
 */
passphrase: string, };

/**
 * What a restore did.
 */
export type Restored = { 
/**
 * Where the register that was there is kept.
 */
aside: string | null, };

/**
 * A value against the results (2.3.25).
 */
export type ResultDifference = { 
/**
 * The field's name.
 */
field: string, 
/**
 * As it was entered.
 */
entered: string, 
/**
 * As the results have it.
 */
result: string, };

/**
 * A document that was handed in today, or was not.
 */
export type ReturnHandedIn = { name: string, returned: boolean, };

/**
 * A document of the return (2.19.2).
 */
export type ReturnView = { name: string, 
/**
 * The day it was handed in, as `2026-02-28`.
 */
day: string | null, };

/**
 * What a person is here.
 */
export type RoleView = "clerk" | "head" | "scde";

/**
 * Candidates who signed the nominal roll, or did not.
 */
export type RollSigned = { 
/**
 * Who.
 */
ids: Array<string>, 
/**
 * Whether they signed.
 */
signed: boolean, };

/**
 * A rule in the language chosen.
 */
export type RuleView = { rule: string, what: string, why: string, action: string, };

/**
 * Where to save which.
 */
export type SavePaper = { id: string, path: string, };

/**
 * Where a file lies.
 */
export type Saved = { path: string, };

/**
 * Whether this computer's secrets are to be had.
 */
export type SecretsView = { 
/**
 * `ready`; `sealed`: the passphrase is asked for; `unchosen`: one has to be chosen, for no keyring answers.
 */
state: string, 
/**
 * The fewest characters of a passphrase.
 */
shortest: number, };

/**
 * What a person chose.
 */
export type Settings = { 
/**
 * `en` or `sw`.
 */
language: string, 
/**
 * `system`, `light`, `dark` or `contrast`.
 */
theme: string, 
/**
 * The size of text in per cent, 100 to 200.
 */
text_size: number, 
/**
 * Minutes without a key or a press after which the window locks, where somebody has a password; 0: never.
 */
idle_minutes: number, 
/**
 * What travels by itself where there is a network: `off`, `text`, or `all` with photographs.
 */
sync: string, };

/**
 * The letters that commit to all that was written so far, by SMS.
 */
export type ShortCode = { 
/**
 * The letters, in groups.
 */
letters: Array<string>, 
/**
 * The same, to be scanned by the telephone that sends them.
 */
code: QrCode, };

/**
 * A candidate's signature on the roll.
 */
export type Signature = { id: string, number: string, name: string, signed: boolean, };

/**
 * Who signed, or did not.
 */
export type Signing = { 
/**
 * Ids; none: everybody on the roll.
 */
candidates: Array<string>, signed: boolean, };

/**
 * A slip as it is to read.
 */
export type Slip = { 
/**
 * Which is changed; none: a new one.
 */
id: string | null, bank: string, number: string, 
/**
 * As `2026-02-28`.
 */
date: string, 
/**
 * Whole shillings.
 */
amount: number, };

/**
 * A slip on record.
 */
export type SlipView = { id: string, bank: string, number: string, date: string, amount: number, 
/**
 * Why it does not count, if it does not.
 */
voided: string | null, };

/**
 * Some candidates.
 */
export type SomeCandidates = { 
/**
 * Their ids.
 */
ids: Array<string>, };

/**
 * How the register stands. Changes are own ones; each is received, committed or waiting.
 */
export type Standing = { 
/**
 * Nothing: this computer is not enrolled.
 */
enrolled: KnownCouncil | null, 
/**
 * At KNEC, with a receipt that verified.
 */
received: number, 
/**
 * Not received, but in time: the council keeps a head that covers them.
 */
committed: number, 
/**
 * On this computer only.
 */
waiting: number, 
/**
 * Written again under another number after the register had been restored.
 */
set_aside: number, 
/**
 * Photographs on this computer only.
 */
pictures_to_send: number, 
/**
 * Photographs that others took and that have not come yet.
 */
pictures_to_fetch: number, 
/**
 * Candidates of whom something is on this computer only.
 */
candidates_here: number, 
/**
 * Values that two people wrote apart.
 */
conflicts: number, 
/**
 * Changes that are held.
 */
held: number, 
/**
 * Decisions of the council.
 */
notices: number, 
/**
 * The council's clock at the last contact, in milliseconds since 1970 UTC.
 */
contact: number | null, 
/**
 * When registration closes, likewise.
 */
closes: number | null, 
/**
 * What to do next: `enrol`, `resolve`, `sync`, `sync-committed`, `sync-pictures`, `held`, `nothing`.
 */
next: string, };

/**
 * What the whole window shows around its views.
 */
export type State = { 
/**
 * The program's version.
 */
version: string, 
/**
 * The settings.
 */
settings: Settings, 
/**
 * The centre whose register is open; none while it is locked.
 */
centre: Centre | null, 
/**
 * Who is at work; empty while it is locked.
 */
actor: string, 
/**
 * `clerk`, `head` or `scde`; empty while it is locked.
 */
role: string, 
/**
 * Whether somebody has to give a password before anything is shown.
 */
locked: boolean, 
/**
 * Whether the program was not closed the last time, while a register was open.
 */
cut_short: boolean, };

/**
 * The subjects of an entry, by the slots of its pathway.
 */
export type SubjectChoice = { 
/**
 * The codes entered that are offered, ascending.
 */
entered: Array<string>, 
/**
 * The pathway: `A`, `B` or `BLIND`; none for a partial repeater.
 */
pathway: string | null, 
/**
 * Its slots in order, `rest` last.
 */
slots: Array<SubjectSlot>, 
/**
 * Subjects entered that have no place in the pathway.
 */
misfits: Array<string>, 
/**
 * How many more subjects may be entered.
 */
room: number | null, 
/**
 * Whether every slot has what it needs and nothing is out of place.
 */
complete: boolean, };

/**
 * A subject.
 */
export type SubjectOffered = { 
/**
 * Three digits.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The abbreviation printed.
 */
short: string, 
/**
 * Everything that schools call it.
 */
names: Array<string>, 
/**
 * `I` to `V`.
 */
group: string, 
/**
 * `project`, `practical` or `oral`, where it asks for one.
 */
component: string | null, };

/**
 * A slot with what fills it.
 */
export type SubjectSlot = { 
/**
 * Its name, as `sciences`; `rest` for the further subjects.
 */
id: string, 
/**
 * The paragraph.
 */
paragraph: string, 
/**
 * How many it needs at least.
 */
need: number, 
/**
 * How many are missing.
 */
missing: number, 
/**
 * The codes that fill it.
 */
filled: Array<string>, 
/**
 * The codes not entered that could.
 */
options: Array<string>, };

/**
 * A set of subjects under a name.
 */
export type SubjectTemplate = { 
/**
 * What people call it; never blank.
 */
name: string, 
/**
 * Codes separated by spaces.
 */
subjects: string, };

/**
 * The name of one.
 */
export type SubjectTemplateName = { 
/**
 * As [`Template::name`].
 */
name: string, };

/**
 * What an exchange would cost.
 */
export type SyncCost = { 
/**
 * Own changes without a receipt.
 */
changes: number, 
/**
 * Photographs that the council is not known to have.
 */
pictures: number, 
/**
 * About how many bytes, with what the transport adds; what comes from the council not counted.
 */
bytes: number, };

/**
 * This computer is to be made known to the council.
 */
export type SyncEnrolling = { 
/**
 * The name under which it can be stopped.
 */
task: string, 
/**
 * Where the council is.
 */
url: string, 
/**
 * The code, as typed.
 */
code: string, 
/**
 * What the council is to call this computer.
 */
name: string, 
/**
 * Whether another council than before is believed.
 */
anew: boolean, };

/**
 * What the bar shows.
 */
export type SyncGlance = { 
/**
 * `none`: no register is open; `here`: not enrolled; `under-way`; `waiting`; `offline`; `refused`; `at-knec`.
 */
state: string, 
/**
 * Own changes on this computer only.
 */
waiting: number, 
/**
 * Photographs on this computer only.
 */
pictures: number, 
/**
 * The council's clock at the last contact, in milliseconds since 1970 UTC.
 */
contact: number | null, };

/**
 * Whether photographs are meant too.
 */
export type SyncPictures = { 
/**
 * Text is always.
 */
pictures: boolean, };

/**
 * An exchange to be held.
 */
export type SyncRun = { 
/**
 * The name under which it can be stopped.
 */
task: string, 
/**
 * Whether photographs travel too.
 */
pictures: boolean, };

/**
 * The name of a task.
 */
export type TaskName = { 
/**
 * As given when it was begun.
 */
task: string, };

/**
 * A transfer.
 */
export type Transfer = { 
/**
 * Its name: the candidate's id, or the index number of who is to come.
 */
key: string, 
/**
 * `leaving` or `coming`.
 */
way: string, 
/**
 * The index number at the centre that releases; empty: there is none.
 */
index: string, 
/**
 * The candidate's name; empty: it is not known here.
 */
name: string, 
/**
 * The other centre's code.
 */
other: string, 
/**
 * Its name, where it is known.
 */
other_name: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who asked here; nothing: the other centre asks.
 */
asked_by: string | null, 
/**
 * When, in milliseconds since 1970 UTC.
 */
asked_at: number | null, 
/**
 * Whether KNEC told that the other centre asks.
 */
other_asked: boolean, 
/**
 * The number of the deposit slip.
 */
slip: string, 
/**
 * The conditions.
 */
conditions: Array<ConditionKnown>, 
/**
 * Whether the consent of whoever is at work is still asked for.
 */
waits: boolean, };

/**
 * A candidate is to leave.
 */
export type TransferAsk = { 
/**
 * Whose id.
 */
id: string, 
/**
 * The other centre's code.
 */
to: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The deposit slip's number; empty: it is not paid yet.
 */
slip: string, };

/**
 * One transfer.
 */
export type TransferName = { 
/**
 * As [`TransferView::key`].
 */
key: string, };

/**
 * A candidate of another centre is to come.
 */
export type TransferReceive = { 
/**
 * The index number there.
 */
index: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The deposit slip's number; empty: it is not paid yet.
 */
slip: string, };

/**
 * The fee was paid.
 */
export type TransferSlip = { 
/**
 * As [`TransferView::key`].
 */
key: string, 
/**
 * The deposit slip's number.
 */
slip: string, };

/**
 * Every transfer under way that the open register knows of, and what each is under.
 */
export type Transfers = { 
/**
 * Those who leave, then those who come.
 */
all: Array<Transfer>, 
/**
 * Of these, how many wait for whoever is at work.
 */
waiting: number, 
/**
 * The fee, in Kenya shillings.
 */
fee: number, 
/**
 * The last day on which one is asked for; nothing: closing is not announced.
 */
last: string | null, 
/**
 * Whether it has passed.
 */
over: boolean, 
/**
 * Whether who is at work may ask and consent.
 */
may: boolean, };

/**
 * What is to be decided.
 */
export type Undecided = { 
/**
 * Values that two wrote apart.
 */
conflicts: Array<ConflictView>, 
/**
 * Changes without effect, or not yet.
 */
held: Array<HeldView>, };

/**
 * A change that can be undone or done again.
 */
export type UndoStep = { 
/**
 * What it was, as `change` or `import`.
 */
kind: string, 
/**
 * For an import, the file's name.
 */
note: string, 
/**
 * Who did it.
 */
actor: string, 
/**
 * When, in milliseconds.
 */
at: number, 
/**
 * How many candidates it touched.
 */
candidates: number, 
/**
 * The first of them: the name, or else the number.
 */
who: string | null, 
/**
 * What was written of the first.
 */
fields: Array<string>, };

/**
 * What undo and redo would do.
 */
export type UndoSteps = { 
/**
 * What an undo would take back; none: there is nothing.
 */
undo: UndoStep | null, 
/**
 * What a redo would do again; none: there is nothing.
 */
redo: UndoStep | null, };

/**
 * Why a file gives no photograph.
 */
export type UnusablePhotograph = { 
/**
 * A code that the interface has words for.
 */
code: string, 
/**
 * The kind of file or picture, where that is the reason.
 */
kind: string, 
/**
 * Width in pixels, where that is the reason.
 */
width: number, 
/**
 * Height in pixels, where that is the reason.
 */
height: number, 
/**
 * The most that is read, where that is the reason: megapixels, or bytes.
 */
limit: number, };

/**
 * An update that may be installed.
 */
export type Update = { version: string, 
/**
 * The checked installer, to be opened.
 */
path: string, };

/**
 * A sound register.
 */
export type Verified = { 
/**
 * Changes that were followed from the first to the last.
 */
operations: number, 
/**
 * What two registers share that hold the same.
 */
digest: string, };

/**
 * A slip that no longer counts.
 */
export type Voiding = { id: string, reason: string, };

/**
 * A register on the shelf, unopened.
 */
export type Volume = { 
/**
 * Its name: what it is opened by.
 */
name: string, 
/**
 * The centre's code, where the name tells it.
 */
code: string | null, 
/**
 * The examination's year, where the name tells it.
 */
year: number | null, 
/**
 * Whether it is the practice centre's.
 */
practice: boolean, };

/**
 * A warning that stands.
 */
export type WarningAcknowledged = { 
/**
 * The warning.
 */
finding: FindingView, 
/**
 * Why it stands.
 */
reason: string, 
/**
 * Who said so.
 */
actor: string, 
/**
 * When, in milliseconds.
 */
at: number, };

/**
 * A warning to be shown again.
 */
export type WarningShown = { 
/**
 * Of whom.
 */
id: string, 
/**
 * The rule's id.
 */
rule: string, };

/**
 * A warning that was read and stands.
 */
export type WarningStands = { 
/**
 * Of whom.
 */
id: string, 
/**
 * The rule's id.
 */
rule: string, 
/**
 * Why it stands; never blank.
 */
reason: string, };

/**
 * How much a finding weighs.
 */
export type Weight = "notice" | "warning" | "error";

/** Every command by its name. */
export interface Commands {
  'state': { args: Nothing; answer: State };
  'tasks.cancel': { args: TaskName; answer: null };
  'registers.list': { args: Nothing; answer: Array<Volume> };
  'registers.open': { args: Named; answer: Centre };
  'registers.create': { args: Founding; answer: Centre };
  'registers.close': { args: Nothing; answer: null };
  'registers.check': { args: CodeTyped; answer: CodeView };
  'registers.secrets': { args: Nothing; answer: SecretsView };
  'registers.unlock': { args: Passphrase; answer: null };
  'registers.choose_passphrase': { args: Passphrase; answer: null };
  'settings.change': { args: Settings; answer: null };
  'centre.details': { args: Nothing; answer: CentreDetails };
  'centre.change': { args: CentreDetailChange; answer: CentreDetailSaved };
  'centre.acknowledge': { args: CentreWarning; answer: null };
  'centre.retract': { args: CentreWarningShown; answer: null };
  'home.summary': { args: Nothing; answer: Home };
  'candidates.form': { args: Nothing; answer: EntryForm };
  'candidates.list': { args: Nothing; answer: CandidateSheet };
  'candidates.rows': { args: SomeCandidates; answer: Array<CandidateRow> };
  'candidates.search': { args: CandidateSearch; answer: Array<CandidateFound> };
  'candidates.enter': { args: EntryEnter; answer: CandidateChanges };
  'candidates.change': { args: EntryChange; answer: CandidateChanges };
  'candidates.preview': { args: EntryPreview; answer: EntryPreviewed };
  'candidates.subjects': { args: EntryPreview; answer: SubjectChoice };
  'candidates.bulk-preview': { args: BulkEdit; answer: Array<BulkLine> };
  'candidates.bulk': { args: BulkEdit; answer: CandidateChanges };
  'candidates.paste-preview': { args: PasteBlock; answer: PastePreview };
  'candidates.paste': { args: PasteBlock; answer: CandidateChanges };
  'candidates.withdraw': { args: CandidateWithdraw; answer: CandidateChanges };
  'candidates.reinstate': { args: CandidateReinstate; answer: CandidateChanges };
  'candidates.acknowledge': { args: WarningStands; answer: CandidateChanges };
  'candidates.retract': { args: WarningShown; answer: CandidateChanges };
  'candidates.paper': { args: CandidatePaper; answer: CandidateChanges };
  'candidates.sign': { args: RollSigned; answer: CandidateChanges };
  'candidates.history': { args: OneCandidate; answer: Array<CandidatePast> };
  'candidates.steps': { args: Nothing; answer: UndoSteps };
  'candidates.undo': { args: Nothing; answer: CandidateChanges };
  'candidates.redo': { args: Nothing; answer: CandidateChanges };
  'candidates.templates': { args: Nothing; answer: Array<SubjectTemplate> };
  'candidates.keep-template': { args: SubjectTemplate; answer: Array<SubjectTemplate> };
  'candidates.drop-template': { args: SubjectTemplateName; answer: Array<SubjectTemplate> };
  'photographs.camera': { args: Nothing; answer: boolean };
  'photographs.choose': { args: PhotographChoice; answer: PhotographBatch };
  'photographs.bring': { args: PhotographBytes; answer: PhotographBatch };
  'photographs.batch': { args: Nothing; answer: PhotographBatch };
  'photographs.clear': { args: Nothing; answer: PhotographBatch };
  'photographs.assign': { args: PhotographAssignment; answer: PhotographBatch };
  'photographs.leave-out': { args: OfPhotographFile; answer: PhotographBatch };
  'photographs.open': { args: OfPhotographFile; answer: OpenPhotograph };
  'photographs.frame': { args: PhotographFrame; answer: PhotographFile };
  'photographs.attach': { args: Nothing; answer: PhotographsAttached };
  'photographs.sheet': { args: Nothing; answer: Array<PhotographPerson> };
  'photographs.remove': { args: PhotographOf; answer: null };
  'photographs.swap': { args: PhotographsOfTwo; answer: null };
  'import.open': { args: ImportChoice; answer: ImportOpened };
  'import.columns': { args: ImportColumnsAsked; answer: ImportColumns };
  'import.map': { args: ImportMapped; answer: ImportValues };
  'import.stage': { args: ImportGivenValues; answer: ImportStaging };
  'import.row': { args: ImportRowNumber; answer: ImportRowDetail };
  'import.mend': { args: ImportMending; answer: ImportMended };
  'import.apply': { args: ImportWhich; answer: ImportApplied };
  'import.save-leftover': { args: ImportTarget; answer: null };
  'import.save-template': { args: ImportTarget; answer: null };
  'import.close': { args: Nothing; answer: null };
  'papers.list': { args: Nothing; answer: Papers };
  'papers.make': { args: PaperName; answer: PaperPreview };
  'papers.save': { args: SavePaper; answer: Saved };
  'papers.print': { args: PreviewId; answer: Saved };
  'approval.status': { args: Nothing; answer: Approval };
  'approval.approve': { args: Credentials; answer: null };
  'approval.withdraw': { args: Nothing; answer: null };
  'approval.sign': { args: Signing; answer: null };
  'approval.returned': { args: ReturnHandedIn; answer: null };
  'approval.slip': { args: Slip; answer: null };
  'approval.void': { args: Voiding; answer: null };
  'sync.standing': { args: Nothing; answer: Standing };
  'sync.glance': { args: Nothing; answer: SyncGlance };
  'sync.estimate': { args: SyncPictures; answer: SyncCost };
  'sync.run': { args: SyncRun; answer: Exchanged };
  'sync.enrol': { args: SyncEnrolling; answer: KnownComputer };
  'sync.receipts': { args: Nothing; answer: Array<ReceiptView> };
  'sync.receipt-code': { args: ReceiptLetters; answer: QrCode };
  'sync.receipt-sheet': { args: ReceiptLetters; answer: PaperPreview };
  'sync.short-code': { args: Nothing; answer: ShortCode | null };
  'bundles.pack': { args: BundlePack; answer: BundlePacked };
  'bundles.send': { args: BundleSend; answer: BundleSent };
  'bundles.take-in': { args: BundleTakeIn; answer: BundleArrived };
  'conflicts.list': { args: Nothing; answer: Undecided };
  'conflicts.resolve': { args: ConflictResolution; answer: null };
  'conflicts.countersign': { args: HeldName; answer: number };
  'conflicts.admit': { args: HeldName; answer: number };
  'news.list': { args: Nothing; answer: News };
  'news.read': { args: NewsRead; answer: null };
  'news.answer': { args: NoticeAnswer; answer: null };
  'transfers.list': { args: Nothing; answer: Transfers };
  'transfers.ask': { args: TransferAsk; answer: null };
  'transfers.receive': { args: TransferReceive; answer: null };
  'transfers.consent': { args: TransferName; answer: null };
  'transfers.pay': { args: TransferSlip; answer: null };
  'transfers.take-back': { args: TransferName; answer: null };
  'centres.list': { args: CentresListing; answer: Array<CentreRow> };
  'centres.checklist': { args: CentresChecklist; answer: null };
  'centres.returned': { args: CentreHandedIn; answer: null };
  'centres.sync': { args: CentresSync; answer: Array<CentreSynced> };
  'centres.workbook': { args: CentresWorkbook; answer: CentresWorkbookContents };
  'centres.import': { args: CentresImport; answer: Array<CentreImported> };
  'people.list': { args: Nothing; answer: Array<PersonView> };
  'people.unlock': { args: Credentials; answer: null };
  'people.lock': { args: Nothing; answer: null };
  'people.add': { args: Newcomer; answer: Recovery };
  'people.set_password': { args: Passwords; answer: null };
  'people.remove': { args: PersonName; answer: null };
  'people.recover': { args: Forgotten; answer: Recovery };
  'care.copies': { args: Named; answer: Array<Copy> };
  'care.back_up': { args: BackUp; answer: null };
  'care.restore': { args: Restore; answer: Restored };
  'care.bring_back': { args: BackUp; answer: Centre };
  'care.verify': { args: Nothing; answer: Verified };
  'care.support': { args: FilePath; answer: null };
  'care.update': { args: FilePath; answer: Update };
  'manual.find': { args: Asked; answer: Array<ParagraphView> };
  'manual.paragraph': { args: Numbered; answer: ParagraphView };
  'manual.field': { args: OfField; answer: Array<ParagraphView> };
  'practice.begin': { args: Beginning; answer: Centre };
}
